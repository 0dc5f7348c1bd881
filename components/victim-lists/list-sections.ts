import type { SectionSpec } from "#components/form/field-spec.ts";

/** The form of a published list: who gave it out, and as of when. */
export const victimListSections: readonly SectionSpec[] = [
  {
    key: "list",
    fields: [
      { kind: "text", name: "title", required: true, width: "full" },
      { kind: "reference", name: "sourceId", required: true, query: "source.suggest" },
      { kind: "edtf", name: "asOfEdtf", as: "bare" },
      { kind: "textarea", name: "note", rows: 3 },
    ],
  },
];
