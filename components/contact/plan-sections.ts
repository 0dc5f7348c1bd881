import type { SectionSpec } from "#components/form/field-spec.ts";
import { MUST_NOT_MAX, PLAN_WAYS } from "#lib/contact/words.ts";

/** The form of a plan for safe contact. */
export const planSections: readonly SectionSpec[] = [
  {
    key: "plan",
    fields: [
      { kind: "select", name: "way", required: true, options: PLAN_WAYS },
      { kind: "text", name: "times", width: "full" },
      { kind: "textarea", name: "ifAnother", rows: 2 },
      {
        kind: "list",
        name: "mustNot",
        countMax: MUST_NOT_MAX,
        fields: [{ kind: "text", name: "what", required: true, width: "full" }],
      },
      { kind: "text", name: "codeWord" },
    ],
  },
];
