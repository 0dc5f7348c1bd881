import type { SectionSpec } from "#components/form/field-spec.ts";
import { SOURCE_KINDS } from "#lib/codebook/vocabulary.ts";

/** The form of a source. */
export const sourceSections: readonly SectionSpec[] = [
  {
    key: "source",
    fields: [
      { kind: "text", name: "name", required: true },
      { kind: "text", name: "nameAr", dir: "rtl" },
      {
        kind: "select",
        name: "kind",
        required: true,
        options: SOURCE_KINDS,
        optionLabels: "codebook.sourceKind",
      },
      { kind: "text", name: "standpoint", width: "full" },
      { kind: "textarea", name: "note", rows: 4 },
    ],
  },
  {
    key: "belonging",
    fields: [
      { kind: "reference", name: "partyId", query: "actor.suggest" },
      { kind: "reference", name: "organisationId", query: "source.suggest" },
      { kind: "boolean", name: "isUnattributed" },
    ],
  },
];
