import { z } from "zod";
import { SourceKind } from "#lib/codebook/vocabulary.ts";
import { idOf, Line, OptionalLine, OptionalNote } from "#lib/core/fields.ts";
import { orUnset } from "#lib/core/filters.ts";
import { RELIABILITIES } from "#lib/corroboration/vocabulary.ts";
import { TagId } from "#lib/tags/vocabulary.ts";

export const SourceId = idOf("source");

export const NOT_GRADED = "not_graded";
/** What a list of sources or witnesses is narrowed to: a grade, or those nobody has graded (they count as F). */
export const GRADE_FILTERS = [...RELIABILITIES, NOT_GRADED] as const;
export const GradeFilter = z.enum(GRADE_FILTERS);

/** What a list of sources can be narrowed by; the values of each are counted. */
export const sourceFacets = {
  kind: SourceKind.optional(),
  reliability: GradeFilter.optional(),
  tagId: orUnset(TagId).optional(),
};

/** What a person enters of a source. Its reliability is never a field: grades are dated and have reasons of their own. */
export const SourceFields = z.strictObject({
  name: Line,
  nameAr: OptionalLine,
  kind: SourceKind,
  /** How the publishing text describes its standpoint; a claim, not our view. */
  standpoint: OptionalLine,
  /** Actor for whom it speaks: what bodies of one government or force say is not independent. */
  partyId: idOf("actor").nullable(),
  /** The source of which it is a part. */
  organisationId: SourceId.nullable(),
  /** It says of nothing from whom it comes, as an article without footnotes. */
  isUnattributed: z.boolean(),
  note: OptionalNote,
});
