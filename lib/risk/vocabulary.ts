import { z } from "zod";
import { Line, OptionalNote } from "#lib/core/fields.ts";
import { MITIGATIONS_MAX, SCALE, THREATS, TRIGGERS } from "./words.ts";

export * from "./words.ts";

/** A calendar day, `YYYY-MM-DD`, in UTC. */
const Day = z.iso.date("not_a_day");
const Scale = z.literal(SCALE);

export const Mitigation = z.strictObject({ text: Line, done: z.boolean() });

/** What is found of one person's risk: who, how likely, how bad, what would set it off, and what is done about it. */
export const RiskFields = z.strictObject({
  likelihood: Scale,
  impact: Scale,
  threats: z.array(z.enum(THREATS)).min(1).max(THREATS.length),
  triggers: z.array(z.enum(TRIGGERS)).max(TRIGGERS.length).default([]),
  mitigations: z.array(Mitigation).max(MITIGATIONS_MAX).default([]),
  /** The last day on which it counts. */
  validOn: Day,
  note: OptionalNote.optional().default(null),
});
export type RiskFields = z.output<typeof RiskFields>;

/** Something that happened. */
export const RiskEventFields = z.strictObject({
  kind: z.enum(TRIGGERS),
  happenedOn: Day,
  /** Whether it concerns everybody in the case, and not one person alone. */
  everybody: z.boolean().default(false),
  note: OptionalNote.optional().default(null),
});
