import type { SectionSpec } from "#components/form/field-spec.ts";
import { CONTACT_MODES } from "#lib/contact/words.ts";

const WINDOW = { field: "mode", is: ["only_window"] } as const;

/** The form of what a person says about being contacted again. */
export const contactSections: readonly SectionSpec[] = [
  {
    key: "contact",
    fields: [
      { kind: "select", name: "mode", required: true, options: CONTACT_MODES, width: "full" },
      { kind: "text", name: "through", required: true, when: { field: "mode", is: ["only_through"] } },
      { kind: "text", name: "windowFrom", input: "date", required: true, when: WINDOW },
      { kind: "text", name: "windowUntil", input: "date", required: true, when: WINDOW },
      { kind: "textarea", name: "reason", required: true, rows: 2 },
    ],
  },
];
