import type { SectionSpec } from "#components/form/field-spec.ts";
import { translator } from "#lib/i18n/server.ts";
import { MITIGATIONS_MAX, SCALE, THREATS, TRIGGERS } from "#lib/risk/words.ts";

/** The form of an assessment: how likely and how bad, from whom, and what is done against it. */
export async function riskSections(): Promise<readonly SectionSpec[]> {
  const t = await translator("risk");
  const scale = (of: "likelihood" | "impact") =>
    SCALE.map((step) => ({ value: `${step}`, label: t(`scale.${of}.${step}`) }));
  return [
    {
      key: "risk",
      fields: [
        { kind: "select", name: "likelihood", required: true, numeric: true, options: scale("likelihood") },
        { kind: "select", name: "impact", required: true, numeric: true, options: scale("impact") },
        {
          kind: "multiselect",
          name: "threats",
          required: true,
          options: THREATS,
          optionLabels: "risk.threat",
        },
        { kind: "multiselect", name: "triggers", options: TRIGGERS, optionLabels: "risk.trigger" },
        { kind: "text", name: "validOn", input: "date", required: true },
        { kind: "textarea", name: "note", rows: 2 },
      ],
    },
    {
      key: "against",
      fields: [
        {
          kind: "list",
          name: "mitigations",
          countMax: MITIGATIONS_MAX,
          fields: [
            { kind: "text", name: "text", required: true, width: "full" },
            { kind: "boolean", name: "done" },
          ],
        },
      ],
    },
  ];
}

/** The form of something that happened. */
export const RISK_EVENT_SECTIONS: readonly SectionSpec[] = [
  {
    key: "event",
    fields: [
      { kind: "select", name: "kind", required: true, options: TRIGGERS, optionLabels: "risk.trigger" },
      { kind: "text", name: "happenedOn", input: "date", required: true },
      { kind: "boolean", name: "everybody" },
      { kind: "textarea", name: "note", rows: 2 },
    ],
  },
];
