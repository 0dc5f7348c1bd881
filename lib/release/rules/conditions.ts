import { Condition } from "../vocabulary.ts";
import { type AppliedRule, because } from "./decision.ts";
import { isWithin } from "./form.ts";
import type { Answer, GateSnapshot, Person, StoredCondition } from "./gate-snapshot.ts";
import { isAssured } from "./recipient.ts";

/**
 * Why a condition of a grant does not hold (IIIM, scope of consent). Words that nobody has made a kind of bar everything: a
 * program that guessed at them would speak for the person. So does a kind that this version does not know, or knows otherwise.
 */
export function whyConditionBars(
  snapshot: GateSnapshot,
  person: Person,
  answer: Answer,
  stored: StoredCondition,
): AppliedRule[] {
  const { personId } = person;
  const { data: condition } = Condition.safeParse(stored);
  if (!condition) return [because("condition.unknown", { personId })];
  if (holds(snapshot, person, answer, condition)) return [];
  return [because(`condition.${condition.kind}`, { personId })];
}

function holds(snapshot: GateSnapshot, person: Person, answer: Answer, condition: Condition): boolean {
  const { at, recipient, profile } = snapshot;
  switch (condition.kind) {
    case "contact_first":
      return agreedWhenContacted(snapshot, person, answer);
    case "exclude_recipient":
      return recipient.id !== condition.recipientId;
    case "exclude_country":
      return recipient.country !== null && recipient.country !== condition.country;
    case "embargo_until":
      return at >= condition.until;
    case "no_onward_transfer":
    case "no_death_penalty":
      return isAssured(recipient, condition.kind, at);
    case "only_form":
      return isWithin(profile, condition.form);
    case "other":
      return false;
  }
}

/** Whether the person was asked about this very recipient after the answer, and agreed the last time. */
function agreedWhenContacted({ at, recipient }: GateSnapshot, { contacts }: Person, answer: Answer): boolean {
  const since = contacts.filter(
    (one) => one.recipientId === recipient.id && one.at >= answer.answeredAt && one.at <= at,
  );
  const last = Math.max(...since.map((one) => one.at));
  return since.length > 0 && since.every((one) => one.at < last || one.consents);
}
