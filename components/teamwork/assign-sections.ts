import type { SectionSpec } from "#components/form/field-spec.ts";

/** The form that gives a record to a colleague. */
export const ASSIGN_SECTIONS: readonly SectionSpec[] = [
  {
    key: "assignment",
    fields: [
      { kind: "reference", name: "assigneeId", query: "member.suggest", required: true, width: "full" },
      { kind: "text", name: "dueOn", input: "date", dir: "ltr", width: "half" },
      { kind: "text", name: "note", lengthMax: 200, width: "full" },
    ],
  },
];
