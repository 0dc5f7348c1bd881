import { z } from "zod";
import { idOf, OptionalNote } from "#lib/core/fields.ts";
import { orUnset } from "#lib/core/filters.ts";
import { GradeFilter } from "#lib/sources/vocabulary.ts";
import { TagId } from "#lib/tags/vocabulary.ts";

export const WitnessId = idOf("witness");

/** Years of age in three bands: under 18, 18 to 59, 60 and over; never a date of birth. */
export const AGE_BANDS = ["child", "adult", "older_person", "unknown"] as const;
export const AgeBand = z.enum(AGE_BANDS);

export const SEXES = ["female", "male", "other", "unknown"] as const;
export const Sex = z.enum(SEXES);

/** What a person enters of a witness: never a name, a contact or a whereabouts. Both notes are protected text. */
export const WitnessFields = z.strictObject({
  ageBand: AgeBand,
  sex: Sex,
  protectionNote: OptionalNote,
  note: OptionalNote,
});

export const WAITING = ["me"] as const;

/** The filters of witnesses whose values are counted. */
export const witnessFacets = {
  ageBand: AgeBand.optional(),
  sex: Sex.optional(),
  reliability: GradeFilter.optional(),
  tagId: orUnset(TagId).optional(),
};
/** What a list of witnesses can be narrowed by. */
export const witnessFilters = {
  ...witnessFacets,
  /** Only those who have a wider answer to which the caller may say yes. */
  waiting: z.enum(WAITING).optional(),
};
