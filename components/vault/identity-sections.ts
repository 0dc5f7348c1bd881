import type { FieldSpec, SectionSpec } from "#components/form/field-spec.ts";
import { CLEARABLE, ENTRIES_MAX, SHRED_GROUNDS } from "#lib/vault/words.ts";

const entries = (name: string, sub: string): FieldSpec => ({
  kind: "list",
  name,
  countMax: ENTRIES_MAX,
  fields: [{ kind: "text", name: sub, required: true, width: "full", dir: "auto" }],
});

const WHO: readonly SectionSpec[] = [
  { key: "names", fields: [{ kind: "text", name: "name", width: "full" }, entries("aliases", "alias")] },
  {
    key: "contacts",
    fields: [
      entries("phones", "phone"),
      entries("emails", "email"),
      { kind: "textarea", name: "address", rows: 2 },
    ],
  },
  {
    key: "more",
    fields: [
      { kind: "textarea", name: "relatives", rows: 2 },
      entries("papers", "paper"),
      { kind: "textarea", name: "likeness", rows: 2 },
    ],
  },
];
const SECOND: FieldSpec = { kind: "boolean", name: "demandsSecond" };

/** The form of an identity that is recorded. */
export const recordSections: readonly SectionSpec[] = [...WHO, { key: "opening", fields: [SECOND] }];

/** The form of a change to one: what it says is not shown, so it is added to, left, or emptied. */
export const amendSections = (demandsSecond: boolean): readonly SectionSpec[] => [
  ...WHO,
  { key: "emptying", fields: [{ kind: "multiselect", name: "clear", options: CLEARABLE, width: "full" }] },
  // Once demanded it stays.
  ...(demandsSecond ? [] : [{ key: "opening", fields: [SECOND] }]),
];

/** The form of a request that an identity be destroyed. */
export const shredSections: readonly SectionSpec[] = [
  {
    key: "request",
    fields: [
      { kind: "select", name: "ground", required: true, options: SHRED_GROUNDS, width: "full" },
      { kind: "textarea", name: "reason", required: true, rows: 2, ofTheAct: true },
    ],
  },
];
