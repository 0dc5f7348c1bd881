import { z } from "zod";
import { idOf, OptionalNote } from "#lib/core/fields.ts";
import { BODIES, FOUND_OUT, OUTCOMES, SERVICES, SUPPORT_PERSONS } from "./words.ts";

export * from "./words.ts";

export const ReferralId = idOf("referral");

/** One kind of help that was offered on one day, and what became of it. */
export const ReferralFields = z.strictObject({
  service: z.enum(SERVICES),
  outcome: z.enum(OUTCOMES),
  supportPerson: z.enum(SUPPORT_PERSONS),
  referredTo: z
    .preprocess((value) => (value === "" ? null : value), z.enum(BODIES).nullable())
    .optional()
    .default(null),
  /** A calendar day, `YYYY-MM-DD`, in UTC. */
  offeredOn: z.iso.date("not_a_day"),
  note: OptionalNote.optional().default(null),
});
export type ReferralFields = z.output<typeof ReferralFields>;

/** What was found out of a referral since. */
export const FollowUpFields = z.strictObject({
  followUp: z.enum(FOUND_OUT),
  note: OptionalNote.optional().default(null),
});
