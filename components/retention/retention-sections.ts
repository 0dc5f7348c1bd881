import type { SectionSpec } from "#components/form/field-spec.ts";
import { DELETION_GROUNDS, MONTHS_MAX, RETENTION_CLASSES } from "#lib/retention/words.ts";

const reason = { kind: "textarea", name: "reason", required: true, rows: 2, ofTheAct: true } as const;

/** The form of a term of a case. */
export const termSections: readonly SectionSpec[] = [
  {
    key: "term",
    fields: [{ kind: "integer", name: "months", required: true, min: 1, max: MONTHS_MAX }, reason],
  },
];

/** The form of the class of an account. */
export const classSections: readonly SectionSpec[] = [
  {
    key: "class",
    fields: [
      { kind: "select", name: "retentionClass", required: true, options: RETENTION_CLASSES, width: "full" },
      reason,
    ],
  },
];

/** The form of a legal hold. */
export const holdSections: readonly SectionSpec[] = [{ key: "hold", fields: [reason] }];

/** The form of a request for a deletion. */
export const deletionSections: readonly SectionSpec[] = [
  {
    key: "deletion",
    fields: [
      { kind: "select", name: "ground", required: true, options: DELETION_GROUNDS, width: "full" },
      reason,
    ],
  },
];
