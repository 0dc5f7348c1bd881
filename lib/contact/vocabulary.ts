import { z } from "zod";
import { idOf, Line, OptionalLine, OptionalNote, Reason } from "#lib/core/fields.ts";
import { RecipientId } from "#lib/recipients/vocabulary.ts";
import {
  CONTACT_MODES,
  MUST_NOT_MAX,
  PERMIT_KINDS,
  PLAN_REASONS,
  PLAN_WAYS,
  WAYS_REACHED,
  YES_NO,
} from "./words.ts";

export * from "./words.ts";

export const PermitId = idOf("contactPermit");
export const PermitKind = z.enum(PERMIT_KINDS);
export type PermitKind = z.infer<typeof PermitKind>;

/** A calendar day, `YYYY-MM-DD`, in UTC. */
const Day = z.iso.date("not_a_day");

/** One talk about one recipient: when and how, and whether the person agreed. */
export const TalkFields = z.strictObject({
  recipientId: RecipientId,
  talkedOn: Day,
  agrees: z.enum(YES_NO),
  howReached: z.enum(WAYS_REACHED),
  note: OptionalNote.optional().default(null),
});
export type TalkFields = z.output<typeof TalkFields>;

const DayOrNothing = z.preprocess((value) => (value === "" ? null : value), Day.nullable());

/** What a person says about being contacted again. Never where or how they are reached: no such thing is kept here. */
export const ContactFields = z.strictObject({
  mode: z.enum(CONTACT_MODES),
  through: OptionalLine.optional().default(null),
  windowFrom: DayOrNothing.optional().default(null),
  windowUntil: DayOrNothing.optional().default(null),
  reason: Reason,
});
export type ContactFields = z.output<typeof ContactFields>;

/** How a person is contacted safely. Kept sealed, so all of it stands in the secrets of its command. */
export const PlanFields = z.strictObject({
  way: z.enum(PLAN_WAYS),
  times: OptionalLine.optional().default(null),
  ifAnother: OptionalNote.optional().default(null),
  mustNot: z
    .array(z.strictObject({ what: Line }))
    .max(MUST_NOT_MAX)
    .default([]),
  codeWord: OptionalLine.optional().default(null),
});
export type PlanFields = z.output<typeof PlanFields>;

/** Why somebody opens a plan. Without a reason it is refused, so a blank gets as far as the rule that says so. */
export const PlanReason = z
  .preprocess((value) => (value === "" ? null : value), z.enum(PLAN_REASONS).nullable())
  .optional()
  .default(null);
