import { PlaceKind, PlacePrecision } from "#lib/codebook/vocabulary.ts";
import { z } from "zod";
import { idOf, Line, OptionalLine, OptionalNote } from "#lib/core/fields.ts";
import { orUnset } from "#lib/core/filters.ts";
import { TagId } from "#lib/tags/vocabulary.ts";

export const PlaceId = idOf("place");

/** What a person enters of a place. */
export const PlaceFields = z.strictObject({
  name: Line,
  nameAr: OptionalLine,
  variants: OptionalNote,
  kind: PlaceKind,
  precision: PlacePrecision,
  parentId: PlaceId.nullable(),
  parentBasis: OptionalLine,
  /** Degrees × 100,000 (WGS 84). */
  latE5: z.number().int().min(-9_000_000).max(9_000_000).nullable(),
  lonE5: z.number().int().min(-18_000_000).max(18_000_000).nullable(),
  coordinateBasis: OptionalLine,
  possibleDuplicateOfId: PlaceId.nullable(),
  note: OptionalNote,
});

/** What a list of places can be narrowed by; the values of each are counted. */
export const placeFacets = {
  kind: PlaceKind.optional(),
  precision: PlacePrecision.optional(),
  tagId: orUnset(TagId).optional(),
};
