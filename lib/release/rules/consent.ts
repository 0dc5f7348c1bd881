import { whyConditionBars } from "./conditions.ts";
import { missingIn, owedIn } from "./consent-process.ts";
import { type AppliedRule, because } from "./decision.ts";
import { isWithin } from "./form.ts";
import type { Answer, GateSnapshot, Person } from "./gate-snapshot.ts";
import { answersThatDecide, ledgerHasGap } from "./newest-answer.ts";

const DAY_MS = 86_400_000;

/** Consent is confirmed anew after twelve months, counted as 365 days: never later than a year. */
export const CONFIRMED_MS_MAX = 365 * DAY_MS;

/** Why what a person answered does not carry this release; nothing when one grant does. */
export function whyConsentBars(snapshot: GateSnapshot, person: Person): AppliedRule[] {
  const { personId } = person;
  const { inForce, waiting } = answersThatDecide(person.answers, snapshot);
  const ofGrant = inForce === null ? [] : whyAnswerBars(snapshot, person, inForce);
  const ofWaiting = waiting.flatMap((one) => whyScopeBars(snapshot, person, one));
  const isWaitedFor = waiting.length > 0 && (inForce === null || ofGrant.length > 0 || ofWaiting.length > 0);

  return [
    ...(ledgerHasGap(person) ? [because("ledger.gap", { personId })] : []),
    // Taken for an adult, a child would be without protection; taken for a child, an adult without their own say. It is asked.
    ...(person.isMinor === null ? [because("person.age_unknown", { personId })] : []),
    ...(inForce === null && waiting.length === 0 ? [because("consent.not_asked", { personId })] : []),
    ...ofGrant,
    // What narrows in an answer that also widens holds at once, and what widens in it waits: until then both have to carry.
    ...ofWaiting,
    ...(isWaitedFor ? [because("consent.waits_for_second", { personId })] : []),
  ];
}

/** Why the answer in force does not carry the release. */
function whyAnswerBars(snapshot: GateSnapshot, person: Person, answer: Answer): AppliedRule[] {
  const { personId } = person;
  switch (answer.answer) {
    case "not_asked":
      return [because("consent.not_asked", { personId })];
    case "no":
      return [because("consent.refused", { personId })];
    case "prefer_not_to_say":
      return [because("consent.not_said", { personId })];
    case "yes":
      return [
        ...whyItAged(snapshot, person, answer),
        ...whyProcessBars(person, answer),
        ...whyScopeBars(snapshot, person, answer),
      ];
  }
}

/** Consent ages: with time, and at once with an event that changes the risk. One at the same instant counts as later. */
function whyItAged({ at }: GateSnapshot, person: Person, { confirmedAt }: Answer): AppliedRule[] {
  const { personId, riskEvents } = person;
  const isConfirmed = confirmedAt <= at && at < confirmedAt + CONFIRMED_MS_MAX;
  const happened = riskEvents.filter((event) => event.at <= at && event.at >= confirmedAt);
  return [
    ...(isConfirmed ? [] : [because("consent.confirmation_due", { personId })]),
    ...happened.map(({ id }) => because("consent.suspended", { personId, eventId: id })),
  ];
}

/** Whether it was informed and free, and a minor's given by whom it has to be. */
function whyProcessBars({ personId, isMinor }: Person, answer: Answer): AppliedRule[] {
  const missing = missingIn(answer.process, isMinor === true);
  const owed = owedIn(answer.process);
  return [
    ...(missing.length > 0 ? [because("consent.incomplete", { personId, missing })] : []),
    ...(owed.length > 0 ? [because("consent.not_informed", { personId, owed })] : []),
    ...(isMinor === true && answer.process.assent === false
      ? [because("consent.assent_refused", { personId })]
      : []),
    // Whoever is alleged to have done it does not speak for the person it was done to (CRC 3; Murad Code).
    ...(answer.guardianIsSuspect ? [because("consent.guardian_suspect", { personId })] : []),
  ];
}

/** Whether the release lies in what was granted: in time, for this recipient, in this form, without what was refused. */
function whyScopeBars(snapshot: GateSnapshot, person: Person, answer: Answer): AppliedRule[] {
  const { at, recipient, profile } = snapshot;
  const { personId } = person;
  const refused = elementsAgainst(snapshot, personId, answer);
  return [
    ...(at < answer.from ? [because("consent.not_yet", { personId })] : []),
    ...(answer.until !== null && at >= answer.until ? [because("consent.ended", { personId })] : []),
    ...(answer.exclusions.includes(recipient.id)
      ? [because("consent.recipient_excluded", { personId })]
      : []),
    ...(isWithin(profile, answer.form)
      ? []
      : [because("consent.form_exceeded", { personId, form: answer.form })]),
    ...(refused.length > 0 ? [because("consent.element_refused", { personId, elements: refused })] : []),
    ...answer.conditions.flatMap((condition) => whyConditionBars(snapshot, person, answer, condition)),
  ];
}

/** What of the person the item shows and they refuse; all that they refuse where nobody recorded what it shows. */
function elementsAgainst({ item }: GateSnapshot, personId: string, { refusedElements }: Answer): string[] {
  const shown = item.persons.filter((one) => one.personId === personId).map(({ elements }) => elements);
  return [...new Set(refusedElements)]
    .filter((element) => shown.some((elements) => elements === null || elements.includes(element)))
    .toSorted();
}
