import type { SectionSpec } from "#components/form/field-spec.ts";
import { VIOLATION_CODES } from "#lib/codebook/violations.ts";
import { INCIDENT_KINDS, SIDES, VICTIM_GROUPS } from "#lib/codebook/vocabulary.ts";

/** The form of an incident. */
export const incidentSections: readonly SectionSpec[] = [
  {
    key: "incident",
    fields: [
      { kind: "text", name: "title", required: true, width: "full" },
      { kind: "text", name: "titleAr", dir: "rtl", width: "full" },
      {
        kind: "select",
        name: "recordKind",
        required: true,
        options: INCIDENT_KINDS,
        optionLabels: "codebook.incidentKind",
      },
      { kind: "reference", name: "parentId", query: "incident.suggest" },
      { kind: "textarea", name: "summary", required: true, rows: 5 },
    ],
  },
  {
    key: "time",
    fields: [
      { kind: "edtf", name: "occurred" },
      { kind: "text", name: "localTime" },
      { kind: "textarea", name: "dateNote", rows: 2 },
    ],
  },
  {
    key: "reported",
    fields: [
      {
        kind: "multiselect",
        name: "violations",
        options: VIOLATION_CODES,
        optionLabels: "codebook.violation",
        width: "full",
      },
      {
        kind: "select",
        name: "victimGroup",
        options: VICTIM_GROUPS,
        optionLabels: "codebook.victimGroup",
      },
      { kind: "select", name: "attributedSide", options: SIDES, optionLabels: "codebook.side" },
      { kind: "textarea", name: "note", rows: 3 },
    ],
  },
];
