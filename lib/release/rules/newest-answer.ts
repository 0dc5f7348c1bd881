import type { Answer, GateSnapshot, Person } from "./gate-snapshot.ts";

/** What of a ledger bears on one release. */
export interface DecidingAnswers {
  /** The newest answer in force; null where nobody asked. */
  readonly inForce: Answer | null;
  /** Newer grants that wait for a second person. */
  readonly waiting: readonly Answer[];
}

type Asking = Pick<GateSnapshot, "purpose"> & {
  recipient: Pick<GateSnapshot["recipient"], "class" | "country">;
};

/**
 * The answers for a purpose and a class of recipient, and for domestic authorities the country. The newest decides: a later one
 * for any country replaces an older one for one country, and the other way round for that country alone.
 *
 * Only a grant waits. A refusal takes effect at once whatever is marked on it (Murad Code: withdrawal needs no reason, and so
 * nobody's approval).
 */
export function answersThatDecide(
  answers: readonly Answer[],
  { purpose, recipient }: Asking,
): DecidingAnswers {
  const bearing = answers
    .filter(
      (one) =>
        one.purpose === purpose &&
        one.recipientClass === recipient.class &&
        (one.country === null || one.country === recipient.country),
    )
    .toSorted(newestFirst);
  const found = bearing.findIndex((one) => !waits(one));
  const waiting = found === -1 ? bearing : bearing.slice(0, found);
  return { inForce: bearing[found] ?? null, waiting };
}

const waits = ({ answer, waitsForSecond }: Answer): boolean => answer === "yes" && waitsForSecond;

const newestFirst = (a: Answer, b: Answer): number => b.number - a.number || (a.id < b.id ? -1 : 1);

/**
 * Whether an answer is missing, or stands there twice. Were the newest taken away, an older and broader one would decide, so
 * that a removal could open what the person had closed. Numbers without a gap up to a count that is kept apart show it.
 */
export function ledgerHasGap({
  answers,
  lastAnswerNumber,
}: Pick<Person, "answers" | "lastAnswerNumber">): boolean {
  const numbers = new Set(answers.map(({ number }) => number));
  const isWhole =
    answers.length === lastAnswerNumber &&
    numbers.size === lastAnswerNumber &&
    answers.every(({ number }) => number <= lastAnswerNumber);
  return !isWhole;
}
