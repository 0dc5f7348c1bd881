import type { SectionSpec } from "#components/form/field-spec.ts";
import { AGE_BANDS, SEXES } from "#lib/witnesses/vocabulary.ts";

/** The form of a witness: no field for a name, a contact or a whereabouts. */
export const witnessSections: readonly SectionSpec[] = [
  {
    key: "witness",
    fields: [
      { kind: "select", name: "ageBand", required: true, options: AGE_BANDS },
      { kind: "select", name: "sex", required: true, options: SEXES },
      { kind: "textarea", name: "note", rows: 3 },
    ],
  },
  { key: "protection", fields: [{ kind: "textarea", name: "protectionNote", rows: 3 }] },
];
