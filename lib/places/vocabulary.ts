import { z } from "zod";
import { idOf, Line, OptionalLine, OptionalNote } from "#lib/core/fields.ts";

export const PlaceId = idOf("place");
/** How exactly a place is known: P0 within 10 m … P6 governorate, P7 unknown. */
export const placePrecisions = ["P0", "P1", "P2", "P3", "P4", "P5", "P6", "P7"] as const;
export const PlacePrecision = z.enum(placePrecisions);

export const PlaceKind = z.string().regex(/^[a-z_]{1,40}$/, "bad_choice");

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
