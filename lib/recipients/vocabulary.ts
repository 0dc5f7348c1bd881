import { z } from "zod";
import { idOf, Line, OptionalLine, OptionalNote } from "#lib/core/fields.ts";
import { ASSURANCES, Assurance, Country, RECIPIENT_CLASSES } from "#lib/release/vocabulary.ts";
import { COUNTRIES } from "./words.ts";

export const RecipientId = idOf("recipient");

/** Everybody but ourselves, who are handed nothing. */
export const OUTSIDE_CLASSES = RECIPIENT_CLASSES.filter((one) => one !== "ourselves");

/** A calendar day, `YYYY-MM-DD`. */
const Day = z.iso.date("not_a_day");
const nothingOr = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" ? null : value), schema.nullable());

/** What a person enters of a recipient. Days count in UTC, the last one to its end. */
export const RecipientFields = z.strictObject({
  name: Line,
  nameAr: OptionalLine,
  recipientClass: z.enum(OUTSIDE_CLASSES),
  country: nothingOr(Country.refine((code) => COUNTRIES.includes(code), "invalid")),
  agreementFrom: nothingOr(Day),
  agreementUntil: nothingOr(Day),
  agreementNote: OptionalNote,
  assurances: z.array(z.strictObject({ kind: Assurance, from: Day, until: Day })).max(ASSURANCES.length * 4),
  note: OptionalNote,
});
export type RecipientFields = z.output<typeof RecipientFields>;
