import type { SectionSpec } from "#components/form/field-spec.ts";
import { BODIES, FOUND_OUT, OUTCOMES, SERVICES, SUPPORT_PERSONS } from "#lib/referrals/words.ts";

/** The form of help that was offered. */
export const referralSections: readonly SectionSpec[] = [
  {
    key: "offer",
    fields: [
      { kind: "select", name: "service", required: true, options: SERVICES },
      { kind: "text", name: "offeredOn", input: "date", required: true },
      { kind: "asked", name: "outcome", required: true, options: OUTCOMES },
      {
        kind: "select",
        name: "referredTo",
        required: true,
        options: BODIES,
        when: { field: "outcome", is: ["accepted"] },
      },
      { kind: "asked", name: "supportPerson", required: true, options: SUPPORT_PERSONS },
      { kind: "textarea", name: "note", rows: 2 },
    ],
  },
];

/** The form of what became of it. */
export const followUpSections: readonly SectionSpec[] = [
  {
    key: "followUp",
    fields: [
      { kind: "asked", name: "followUp", required: true, options: FOUND_OUT },
      { kind: "textarea", name: "note", rows: 2 },
    ],
  },
];
