import { z } from "zod";
import { Language } from "#lib/codebook/vocabulary.ts";
import { idOf, OptionalNote } from "#lib/core/fields.ts";
import { COUNTRIES } from "#lib/recipients/words.ts";
import { RecipientId } from "#lib/recipients/vocabulary.ts";
import { Country, Element, ELEMENTS, SafeCopy, WayGiven } from "#lib/release/vocabulary.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { CELL_KEYS, CHOICES, TICKED_CONDITIONS, YES_NO } from "./words.ts";

export * from "./words.ts";

export const ConsentAnswerId = idOf("consentAnswer");
const nothingOr = <S extends z.ZodType>(schema: S) =>
  z
    .preprocess((value) => (value === "" ? null : value), schema.nullable())
    .optional()
    .default(null as never);
/** A calendar day, `YYYY-MM-DD`, in UTC. */
const Day = z.iso.date("not_a_day");
const YesNo = nothingOr(z.enum(YES_NO));

export const CellKey = z.enum(CELL_KEYS as [string, ...string[]]);
export const Choice = z.enum(CHOICES);
export type Choice = z.infer<typeof Choice>;

/** How the person was asked (C5): a blank is a blank, and leaves a yes incomplete. */
const ProcessFields = {
  language: nothingOr(Language),
  interpreterUsed: YesNo,
  risksExplained: YesNo,
  rightToRefuse: YesNo,
  noPaymentOrPromise: YesNo,
  howGiven: nothingOr(WayGiven),
  safeCopy: nothingOr(SafeCopy),
  guardianId: nothingOr(WitnessId),
  guardianIsSuspect: YesNo,
  assent: YesNo,
};

/** What holds for every yes that is recorded together. */
const LimitFields = {
  endsOn: nothingOr(Day),
  embargoUntil: nothingOr(Day),
  conditions: z.array(z.enum(TICKED_CONDITIONS)).max(TICKED_CONDITIONS.length).default([]),
  exclusions: z.array(RecipientId).max(50).default([]),
  refusedElements: z.array(Element).max(ELEMENTS.length).default([]),
  /** Words that nobody has made a condition of: they bar everything until somebody does. */
  otherCondition: OptionalNote.optional().default(null),
};

const cells = Object.fromEntries(CELL_KEYS.map((key) => [key, nothingOr(Choice)]));

/** One sitting: what was answered to which questions, how it was asked, and under what limits. */
export const ConsentFields = z.strictObject({
  answeredOn: Day,
  ...ProcessFields,
  ...LimitFields,
  /** Of which country authorities are meant; null is any. */
  domesticCountry: nothingOr(Country.refine((code) => COUNTRIES.includes(code), "invalid")),
  note: OptionalNote.optional().default(null),
  ...(cells as Record<string, ReturnType<typeof nothingOr<typeof Choice>>>),
});
export type ConsentFields = z.output<typeof ConsentFields>;
