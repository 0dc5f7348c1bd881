import type { Condition, FieldSpec, SectionSpec } from "#components/form/field-spec.ts";
import { LANGUAGES } from "#lib/codebook/vocabulary.ts";
import { FIRST_QUESTIONS, OUR_USE, YES_NO } from "#lib/consent/words.ts";
import { SAFE_COPIES, WAYS_GIVEN } from "#lib/release/words.ts";

const of = "consent";
const yesNo = (name: string): FieldSpec => ({
  of,
  kind: "asked",
  name,
  options: YES_NO,
  optionLabels: "testimonies.consentYesNo",
});

/** One answer for all courts and inquiries, each of which stays to be seen and changed. */
const COURTS = FIRST_QUESTIONS.filter((key) => key !== OUR_USE);
const ofAllCourts = (answer: string) => Object.fromEntries(COURTS.map((key) => [key, answer]));

/**
 * What the witness allows, asked with a first account: our own use, courts and inquiries, and how they were asked. Each
 * question has an answer of its own; a button fills several at once, in sight. The rest of the ledger is on their page.
 */
export function firstConsent(when: Condition, language: string): SectionSpec {
  const fields: readonly FieldSpec[] = [
    { of, kind: "asked", name: OUR_USE, options: OUR_ANSWERS, optionLabels: "testimonies.consentChoice" },
    ...COURTS.map((name): FieldSpec => ({
      of,
      kind: "asked",
      name,
      options: ANSWERS,
      optionLabels: "testimonies.consentChoice",
    })),
    { of, kind: "text", name: "answeredOn", input: "date" },
    { of, kind: "language", name: "language", languages: LANGUAGES },
    yesNo("interpreterUsed"),
    yesNo("risksExplained"),
    yesNo("rightToRefuse"),
    yesNo("noPaymentOrPromise"),
    { of, kind: "select", name: "howGiven", options: WAYS_GIVEN, optionLabels: "testimonies.consentWay" },
    { of, kind: "select", name: "safeCopy", options: SAFE_COPIES, optionLabels: "testimonies.consentCopy" },
  ];
  return {
    key: "firstConsent",
    fields: fields.map((field) => ({ ...field, when })),
    presets: [
      { key: "courtsUnderCode", values: ofAllCourts("pseudonymous") },
      { key: "courtsNo", values: ofAllCourts("no") },
      {
        key: "checklist",
        values: {
          language,
          interpreterUsed: "no",
          risksExplained: "yes",
          rightToRefuse: "yes",
          noPaymentOrPromise: "yes",
          howGiven: "before_witness",
          safeCopy: "kept_for_person",
        },
      },
    ],
  };
}

const OUR_ANSWERS = ["identified", "no", "prefer_not_to_say"] as const;
const ANSWERS = ["pseudonymous", "anonymised", "no", "prefer_not_to_say"] as const;
