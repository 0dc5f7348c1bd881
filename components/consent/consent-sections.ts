import type { FieldSpec, SectionSpec } from "#components/form/field-spec.ts";
import { countryOptions } from "#components/recipients/country-names.ts";
import { LANGUAGES } from "#lib/codebook/vocabulary.ts";
import { CELLS, CHOICES, TICKED_CONDITIONS, YES_NO } from "#lib/consent/words.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";
import { ELEMENTS, SAFE_COPIES, WAYS_GIVEN } from "#lib/release/words.ts";

const yesNo = (name: string): FieldSpec => ({
  kind: "select",
  name,
  options: YES_NO,
  optionLabels: "consent.yesNo",
});

const OF_A_CHILD: SectionSpec = {
  key: "guardian",
  fields: [
    { kind: "reference", name: "guardianId", query: "witness.suggest" },
    yesNo("guardianIsSuspect"),
    yesNo("assent"),
  ],
};

/**
 * The form of a sitting: the questions first, each with one answer, then how the person was asked, then what limits every yes.
 * @param isChild whether a guardian and the child's own assent are asked for
 */
export async function consentSections(isChild: boolean): Promise<readonly SectionSpec[]> {
  const [t, locale] = await Promise.all([translator("consent"), requestLocale()]);
  // Of our own use the form says nothing: we know who told us.
  const ours = [
    ...(["no", "prefer_not_to_say"] as const).map((value) => ({ value, label: t(`choice.${value}`) })),
    { value: "identified", label: t("plainYes") },
  ];
  const questions = CELLS.map(({ key, recipientClass }): FieldSpec => {
    const of = recipientClass === "ourselves" ? { options: ours } : { options: CHOICES };
    return { kind: "select", name: key, ...of, optionLabels: "consent.choice" };
  });
  return [
    {
      key: "answers",
      fields: [...questions, { kind: "select", name: "domesticCountry", options: countryOptions(locale) }],
    },
    {
      key: "process",
      fields: [
        { kind: "text", name: "answeredOn", input: "date", required: true },
        { kind: "language", name: "language", languages: LANGUAGES },
        yesNo("interpreterUsed"),
        yesNo("risksExplained"),
        yesNo("rightToRefuse"),
        yesNo("noPaymentOrPromise"),
        { kind: "select", name: "howGiven", options: WAYS_GIVEN, optionLabels: "consent.way" },
        { kind: "select", name: "safeCopy", options: SAFE_COPIES, optionLabels: "consent.copy" },
        { kind: "textarea", name: "note", rows: 2 },
      ],
    },
    ...(isChild ? [OF_A_CHILD] : []),
    {
      key: "limits",
      fields: [
        { kind: "text", name: "endsOn", input: "date" },
        { kind: "text", name: "embargoUntil", input: "date" },
        {
          kind: "multiselect",
          name: "conditions",
          options: TICKED_CONDITIONS,
          optionLabels: "consent.condition",
        },
        { kind: "multiselect", name: "refusedElements", options: ELEMENTS, optionLabels: "consent.element" },
        { kind: "reference", name: "exclusions", query: "recipient.suggest", many: true },
        { kind: "textarea", name: "otherCondition", rows: 2 },
      ],
    },
  ];
}
