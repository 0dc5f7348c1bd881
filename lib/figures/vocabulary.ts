import { z } from "zod";
import {
  FigureCategory,
  FigureCertainty,
  FigureOutcome,
  FigureScope,
  FigureUnit,
} from "#lib/codebook/reported.ts";
import { Side } from "#lib/codebook/vocabulary.ts";
import { idOf, Note, OptionalEdtf, OptionalLine, OptionalNote } from "#lib/core/fields.ts";
import { dayRange, orUnset } from "#lib/core/filters.ts";
import { TagId } from "#lib/tags/vocabulary.ts";

export const FigureId = idOf("figure");

/** The greatest number a figure may hold: that of a 32-bit column. */
export const FIGURE_NUMBER_MAX = 2_147_483_647;
const Amount = z.number().int().min(0).max(FIGURE_NUMBER_MAX).nullable();

/** What a person enters of a count claim: a figure as one publisher gave it, with what it covers. */
export const FigureFields = z.strictObject({
  scope: FigureScope,
  incidentId: idOf("incident").nullable(),
  placeId: idOf("place").nullable(),
  sourceId: idOf("source"),
  /** Who carried it, when that is not its source. */
  reportedViaId: idOf("source").nullable(),
  /** The day the source stood at this figure. */
  asOfEdtf: OptionalEdtf,
  /** The time that is counted. */
  periodEdtf: OptionalEdtf,
  category: FigureCategory,
  outcome: FigureOutcome,
  unit: FigureUnit,
  attributedTo: Side,
  min: Amount,
  max: Amount,
  certainty: FigureCertainty,
  valueText: OptionalLine,
  wording: Note,
  note: OptionalNote,
});
export type FigureFields = z.output<typeof FigureFields>;

/** The filters of figures whose values are counted. */
export const figureFacets = {
  scope: FigureScope.optional(),
  category: FigureCategory.optional(),
  outcome: FigureOutcome.optional(),
  attributedTo: Side.optional(),
  sourceId: orUnset(idOf("source")).optional(),
  incidentId: orUnset(idOf("incident")).optional(),
  tagId: orUnset(TagId).optional(),
};
/** What a list of figures can be narrowed by. */
export const figureFilters = { ...figureFacets, ...dayRange("asOf") };
