import type { riskAssessments, riskEvents } from "#db/schema/index.ts";
import { type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import type { Assessment, Person } from "#lib/release/rules/gate-snapshot.ts";
import { ASSESSED_MS_MAX } from "#lib/release/rules/risk.ts";
import type { RiskFields } from "./vocabulary.ts";

const DAY_MS = 86_400_000;

/** Where a level begins: the product of likelihood and impact, 1 to 25, in five bands (`domain.md` §4.1). */
export const BANDS = [1, 4, 8, 12, 20] as const;

/** The level of a risk, 1 to 5. */
export function levelOf({ likelihood, impact }: { likelihood: number; impact: number }): 1 | 2 | 3 | 4 | 5 {
  const product = likelihood * impact;
  return BANDS.filter((from) => product >= from).length as 1 | 2 | 3 | 4 | 5;
}

/** The instant at which an assessment ends that counts until a day, that day included. */
export const endOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) + DAY_MS;

/**
 * An assessment that counts for some time, and no longer than 90 days (OHCHR Manual on Human Rights Monitoring, protection).
 * @throws Invalid, naming the field
 */
export function mustBeTimely({ validOn }: Pick<RiskFields, "validOn">, now: number): void {
  const problems: FieldProblem[] = [];
  if (endOf(validOn) <= now) problems.push({ path: "validOn", code: "in_the_past" });
  // The day that is the ninetieth from today is the last; it ends with that day.
  if (endOf(validOn) > now + ASSESSED_MS_MAX + DAY_MS)
    problems.push({ path: "validOn", code: "too_far_ahead" });
  if (problems.length > 0) throw new Invalid(problems);
}

export type AssessmentRow = typeof riskAssessments.$inferSelect;
export type RiskEventRow = typeof riskEvents.$inferSelect;

/** A row as the release gate knows it. */
export const asGateKnows = (row: AssessmentRow): Assessment => ({
  id: row.id,
  at: row.assessedAt,
  validUntil: row.validUntil,
  level: levelOf(row),
  mitigations: row.mitigations.map(({ done }) => ({ done })),
  suspendedBy: null,
});

/** An event as the release gate knows it: it counts from when we heard of it, whatever was assessed in between. */
export const eventAsGateKnows = ({ id, recordedAt }: RiskEventRow): Person["riskEvents"][number] => ({
  id,
  at: recordedAt,
});
