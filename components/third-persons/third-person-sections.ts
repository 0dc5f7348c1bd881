import type { SectionSpec } from "#components/form/field-spec.ts";
import { DECISIONS, PERSONS_MAX, RELATIONS } from "#lib/third-persons/words.ts";

/** The form of a reading: everybody else in an account, and what becomes of each. */
export const THIRD_PERSON_SECTIONS: readonly SectionSpec[] = [
  {
    key: "persons",
    fields: [
      {
        kind: "list",
        name: "persons",
        countMax: PERSONS_MAX,
        fields: [
          {
            kind: "select",
            name: "relation",
            required: true,
            options: RELATIONS,
            optionLabels: "people.relation",
          },
          {
            kind: "select",
            name: "decision",
            required: true,
            options: DECISIONS,
            optionLabels: "people.decision",
          },
          { kind: "text", name: "words", width: "full" },
          { kind: "text", name: "said", width: "full", when: { field: "decision", is: ["consented"] } },
        ],
      },
    ],
  },
];
