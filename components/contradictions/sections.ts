import type { Option, SectionSpec } from "#components/form/field-spec.ts";
import { FIGURE_CATEGORIES, FIGURE_OUTCOMES, FIGURE_UNITS } from "#lib/codebook/reported.ts";
import { VIOLATION_CODES } from "#lib/codebook/violations.ts";
import { CONTRADICTION_KINDS } from "#lib/contradictions/words.ts";
import { ACT_SENSES, EXCULPATORY_ANSWERS, FACETS } from "#lib/corroboration/words.ts";

const NUMBER = { kind: "integer", min: 0, max: 2_147_483_647 } as const;
const COUNTED = "codebook.figure";

/** What a claim says exactly: all of it offered. */
export const exactSections: readonly SectionSpec[] = [
  {
    key: "when",
    fields: [
      { kind: "edtf", name: "said" },
      { kind: "reference", name: "saidPlaceId", query: "place.suggest" },
    ],
  },
  {
    key: "who",
    fields: [
      { kind: "reference", name: "saidActorId", query: "actor.suggest" },
      {
        kind: "select",
        name: "saidAct",
        options: VIOLATION_CODES,
        optionLabels: "codebook.violation",
      },
      {
        kind: "select",
        name: "saidActSense",
        required: true,
        options: ACT_SENSES,
        when: { field: "saidAct", is: "given" },
      },
    ],
  },
  {
    key: "number",
    fields: [
      { ...NUMBER, name: "saidMin" },
      { ...NUMBER, name: "saidMax" },
      { kind: "select", name: "saidUnit", options: FIGURE_UNITS, optionLabels: `${COUNTED}Unit` },
      {
        kind: "select",
        name: "saidCategory",
        options: FIGURE_CATEGORIES,
        optionLabels: `${COUNTED}Category`,
      },
      { kind: "select", name: "saidOutcome", options: FIGURE_OUTCOMES, optionLabels: `${COUNTED}Outcome` },
    ],
  },
  { key: "tag", fields: [{ kind: "select", name: "exculpatory", options: EXCULPATORY_ANSWERS }] },
];

/** That a contradiction stands. @param allegations those that either statement is linked to, as options */
export const decideSections = (allegations: readonly Option[]): readonly SectionSpec[] => [
  {
    key: "decide",
    fields: [
      { kind: "select", name: "material", required: true, options: ["yes", "no"] },
      ...(allegations.length === 0
        ? []
        : [
            { kind: "select", name: "allegationId", options: allegations, width: "full" } as const,
            {
              kind: "select",
              name: "facet",
              required: true,
              options: FACETS,
              optionLabels: "codebook.facet",
              when: { field: "allegationId", is: "given" },
            } as const,
            // Without an aspect there is nothing to speak against.
            {
              kind: "select",
              name: "against",
              required: true,
              options: ["statement", "other"],
              omitEmpty: true,
              when: { field: "allegationId", is: "given" },
            } as const,
          ]),
      { kind: "textarea", name: "reason", required: true, rows: 3, ofTheAct: true },
    ],
  },
];

/** Two of an allegation's statements that contradict each other. @param statements those of it, as options */
export const recordSections = (statements: readonly Option[]): readonly SectionSpec[] => [
  {
    key: "record",
    fields: [
      { kind: "select", name: "statementId", required: true, options: statements, width: "full" },
      { kind: "select", name: "otherStatementId", required: true, options: statements, width: "full" },
      {
        kind: "select",
        name: "kind",
        required: true,
        options: CONTRADICTION_KINDS,
        optionLabels: "contradictions.kind",
      },
      { kind: "select", name: "facet", required: true, options: FACETS, optionLabels: "codebook.facet" },
      { kind: "textarea", name: "note", required: true, rows: 3 },
    ],
  },
];
