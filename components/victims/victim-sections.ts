import type { SectionSpec } from "#components/form/field-spec.ts";
import { VICTIM_KINDS, VICTIM_OUTCOMES } from "#lib/victims/vocabulary.ts";
import { AGE_BANDS, SEXES } from "#lib/witnesses/vocabulary.ts";

/** The form of a victim: a role or a group in words, never a name. */
export const victimSections: readonly SectionSpec[] = [
  {
    key: "victim",
    fields: [
      { kind: "select", name: "kind", required: true, options: VICTIM_KINDS },
      { kind: "text", name: "label", required: true, width: "full" },
      { kind: "select", name: "ageBand", required: true, options: AGE_BANDS },
      { kind: "select", name: "sex", required: true, options: SEXES },
    ],
  },
  {
    key: "reported",
    fields: [
      { kind: "select", name: "outcome", options: VICTIM_OUTCOMES },
      { kind: "reference", name: "sourceId", query: "source.suggest" },
      { kind: "reference", name: "incidentId", query: "incident.suggest", width: "full" },
      { kind: "textarea", name: "note", rows: 3 },
    ],
  },
];
