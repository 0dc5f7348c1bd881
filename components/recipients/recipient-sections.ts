import type { SectionSpec } from "#components/form/field-spec.ts";
import { ASSURANCES } from "#lib/release/words.ts";
import { OUTSIDE_CLASSES } from "#lib/recipients/vocabulary.ts";
import { requestLocale } from "#lib/i18n/server.ts";
import { countryOptions } from "./country-names.ts";

/** The form of a recipient: who it is, what was agreed and what it assures, each with its days. */
export async function recipientSections(): Promise<readonly SectionSpec[]> {
  const countries = countryOptions(await requestLocale());
  return [
    {
      key: "recipient",
      fields: [
        { kind: "text", name: "name", required: true, width: "full" },
        { kind: "text", name: "nameAr", dir: "rtl", width: "full" },
        {
          kind: "select",
          name: "recipientClass",
          required: true,
          options: OUTSIDE_CLASSES,
          optionLabels: "recipients.class",
        },
        { kind: "select", name: "country", options: countries },
        { kind: "textarea", name: "note", rows: 2 },
      ],
    },
    {
      key: "agreement",
      fields: [
        { kind: "text", name: "agreementFrom", input: "date" },
        { kind: "text", name: "agreementUntil", input: "date" },
        { kind: "textarea", name: "agreementNote", rows: 2 },
        {
          kind: "list",
          name: "assurances",
          countMax: ASSURANCES.length * 4,
          fields: [
            {
              kind: "select",
              name: "kind",
              required: true,
              options: ASSURANCES,
              optionLabels: "recipients.assurance",
              width: "full",
            },
            { kind: "text", name: "from", input: "date", required: true },
            { kind: "text", name: "until", input: "date", required: true },
          ],
        },
      ],
    },
  ];
}
