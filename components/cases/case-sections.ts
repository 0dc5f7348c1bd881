import type { FieldSpec, SectionSpec } from "#components/form/field-spec.ts";
import { caseKinds } from "#lib/cases/vocabulary.ts";

const fields: readonly FieldSpec[] = [
  { kind: "text", name: "title", required: true, width: "full" },
  { kind: "text", name: "titleAr", dir: "rtl", width: "full" },
  { kind: "textarea", name: "summary", required: true, rows: 5 },
];

/** The form of a case. */
export const caseSections: readonly SectionSpec[] = [{ key: "case", fields }];

/** The form by which a case is opened: its kind is chosen once. */
export const newCaseSections: readonly SectionSpec[] = [
  { key: "case", fields: [{ kind: "select", name: "kind", required: true, options: caseKinds }, ...fields] },
];
