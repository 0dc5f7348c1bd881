import canonicalize from "canonicalize";
import { Condition } from "../vocabulary.ts";
import { missingIn, owedIn } from "./consent-process.ts";
import { showsNoMore } from "./form.ts";
import type { Answer, StoredCondition } from "./gate-snapshot.ts";
import { answersThatDecide } from "./newest-answer.ts";

/**
 * Whether an answer opens nothing that the one in force does not: then it takes effect at once, and otherwise it waits for a
 * second person (IIIM, scope of consent; Murad Code). Anything but yes opens nothing.
 *
 * A yes is narrower in every respect or not at all. What it mixes – less revealing, but for longer – is a widening, and its
 * narrow part holds meanwhile all the same: the gate asks the waiting answer too. How long ago an answer was confirmed is not a
 * respect: to confirm the same scope again is no widening. To complete a record that was incomplete is one: what was incomplete
 * opened nothing.
 * @param before the answer in force; null for none, which a yes never narrows: see {@link takesEffectAtOnce} for the first
 */
export function narrows(before: Answer | null, after: Answer): boolean {
  if (after.answer !== "yes") return true;
  return before?.answer === "yes" && isWithinScope(before, after) && isNoBetterRecorded(before, after);
}

/** Whether whatever one grant lets go another would too, both taken to be in force. */
function isWithinScope(before: Answer, after: Answer): boolean {
  return (
    before.purpose === after.purpose &&
    before.recipientClass === after.recipientClass &&
    (before.country === null || before.country === after.country) &&
    showsNoMore(after.form, before.form) &&
    after.answeredAt >= before.answeredAt && // a talk between them is about the older answer
    after.from >= before.from &&
    (before.until === null || (after.until !== null && after.until <= before.until)) &&
    holdsAll(after.exclusions, before.exclusions) &&
    holdsAll(after.refusedElements, before.refusedElements) &&
    before.conditions.every((old) => after.conditions.some((one) => demandsAsMuch(one, old)))
  );
}

/**
 * Whether a new answer takes effect with nobody else's approval.
 *
 * The very first one does, where nobody was asked before: nothing that the person said is overridden, and the record of the
 * interview, which has to be complete, is its evidence. A recorded "not asked" is not yet an answer. After any answer – also a
 * no, "prefer not to say", or one for any country that reaches this one – a yes needs a second person as soon as it opens
 * anything in any country; a "not asked" put in between does not wash that away. What an answer that still waits has narrowed
 * is not opened either by the next one.
 * @param earlier the person's ledger before it, of all purposes and classes
 */
export function takesEffectAtOnce(earlier: readonly Answer[], after: Answer): boolean {
  if (after.answer !== "yes") return true;
  const ofCell = earlier.filter(
    (one) => one.purpose === after.purpose && one.recipientClass === after.recipientClass,
  );
  return countriesOf(ofCell, after).every((country) => {
    const reaching = ofCell.filter((one) => one.country === null || one.country === country);
    if (reaching.every(({ answer }) => answer === "not_asked")) return true;
    const { inForce, waiting } = answersThatDecide(reaching, {
      purpose: after.purpose,
      recipient: { class: after.recipientClass, country },
    });
    // Seen from one country, answers for any and for this one are of the same reach.
    const here = { ...after, country };
    return (
      inForce !== null &&
      narrows({ ...inForce, country }, here) &&
      waiting.every((one) => isWithinScope({ ...one, country }, here))
    );
  });
}

/** The countries that a new answer reaches and that may differ: those named so far, and all others as one. */
function countriesOf(earlier: readonly Answer[], after: Answer): (string | null)[] {
  if (after.country !== null) return [after.country];
  return [...new Set([null, ...earlier.map(({ country }) => country)])];
}

const holdsAll = <T>(more: readonly T[], fewer: readonly T[]): boolean =>
  fewer.every((one) => more.includes(one));

/** Whether a condition holds only where an older one would. */
function demandsAsMuch(stored: StoredCondition, oldStored: StoredCondition): boolean {
  const { data: one } = Condition.safeParse(stored);
  const { data: old } = Condition.safeParse(oldStored);
  if (one?.kind === "embargo_until" && old?.kind === "embargo_until") return one.until >= old.until;
  if (one?.kind === "only_form" && old?.kind === "only_form") return showsNoMore(one.form, old.form);
  return canonicalize(stored) === canonicalize(oldStored);
}

/** Whether nothing is recorded now that was missing or not done before. */
function isNoBetterRecorded(before: Answer, after: Answer): boolean {
  const gaps = ({ process }: Answer) => [...missingIn(process, true), ...owedIn(process)];
  const refused = ({ process }: Answer) => process.assent === false;
  return (
    holdsAll(gaps(after), gaps(before)) &&
    (!refused(before) || refused(after)) &&
    (!before.guardianIsSuspect || after.guardianIsSuspect)
  );
}
