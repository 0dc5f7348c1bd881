import { z } from "zod";
import { SourceKind } from "#lib/codebook/vocabulary.ts";
import { idOf, Line, OptionalLine, OptionalNote } from "#lib/core/fields.ts";
import { RELIABILITIES } from "#lib/corroboration/vocabulary.ts";

export const SourceId = idOf("source");

/** What a list of sources or witnesses is narrowed to: a grade, or those nobody has graded (they count as F). */
export const GRADE_FILTERS = [...RELIABILITIES, "not_graded"] as const;
export const GradeFilter = z.enum(GRADE_FILTERS);
export type GradeFilter = z.output<typeof GradeFilter>;

/** What a person enters of a source. Its reliability is never a field: grades are dated and have reasons of their own. */
export const SourceFields = z.strictObject({
  name: Line,
  nameAr: OptionalLine,
  kind: SourceKind,
  /** How the publishing text describes its standpoint; a claim, not our view. */
  standpoint: OptionalLine,
  note: OptionalNote,
});
