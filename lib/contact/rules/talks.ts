import type { contactTalks, ledgerAnswers } from "#db/schema/index.ts";
import { type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import type { GateSnapshot } from "#lib/release/rules/gate-snapshot.ts";

const DAY_MS = 86_400_000;
export const beginOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export type TalkRow = typeof contactTalks.$inferSelect;
type AnswerDays = Pick<typeof ledgerAnswers.$inferSelect, "answeredAt" | "recordedAt">;
type Contact = GateSnapshot["persons"][number]["contacts"][number];

/**
 * A talk was held on a day that has been, and with somebody who was on record by then.
 * @throws Invalid, naming the field
 */
export function mustHaveBeen(talkedOn: string, witness: { readonly createdAt: number }, now: number): void {
  const problems: FieldProblem[] = [];
  if (beginOf(talkedOn) > now) problems.push({ path: "talkedOn", code: "in_the_future" });
  if (beginOf(talkedOn) + DAY_MS <= witness.createdAt)
    problems.push({ path: "talkedOn", code: "before_the_record" });
  if (problems.length > 0) throw new Invalid(problems);
}

/**
 * Talks as the release gate knows them. Of talks and answers only the day is known: where a yes and an answer are of one day, the
 * answer that was recorded later came later, and the person was not asked since. A no stays.
 */
export const asGateKnows = (talks: readonly TalkRow[], ledger: readonly AnswerDays[]): Contact[] =>
  talks
    .filter(({ consents, talkedAt, recordedAt }) => {
      const isPassed = ledger.some((one) => one.answeredAt === talkedAt && one.recordedAt > recordedAt);
      return !(consents && isPassed);
    })
    .map(({ recipientId, talkedAt, consents }) => ({ recipientId, at: talkedAt, consents }));
