import type { SectionSpec } from "#components/form/field-spec.ts";
import {
  FIGURE_CATEGORIES,
  FIGURE_CERTAINTIES,
  FIGURE_OUTCOMES,
  FIGURE_SCOPES,
  FIGURE_UNITS,
  isKnownFigureCategory,
} from "#lib/codebook/reported.ts";
import { SIDES } from "#lib/codebook/vocabulary.ts";
import { FIGURE_NUMBER_MAX } from "#lib/figures/vocabulary.ts";

const WITH_MIN = { field: "certainty", is: ["exact", "about", "between", "at_least", "more_than"] } as const;
const WITH_MAX = { field: "certainty", is: ["about", "between", "up_to", "fewer_than"] } as const;
const NUMBER = { kind: "integer", min: 0, max: FIGURE_NUMBER_MAX } as const;

/**
 * The form of a figure.
 * @param storedCategory of a figure that exists: a word of the record's own stays among the choices
 */
export function figureSections(storedCategory: string | null): readonly SectionSpec[] {
  const ownWord = storedCategory === null || isKnownFigureCategory(storedCategory) ? null : storedCategory;
  return [
    {
      key: "claim",
      fields: [
        { kind: "textarea", name: "wording", required: true, rows: 3 },
        {
          kind: "select",
          name: "certainty",
          required: true,
          options: FIGURE_CERTAINTIES,
          optionLabels: "codebook.figureCertainty",
        },
        {
          kind: "select",
          name: "unit",
          required: true,
          options: FIGURE_UNITS,
          optionLabels: "codebook.figureUnit",
        },
        { ...NUMBER, name: "min", when: WITH_MIN },
        { ...NUMBER, name: "max", when: WITH_MAX },
        { kind: "text", name: "valueText" },
      ],
    },
    {
      key: "scope",
      fields: [
        {
          kind: "select",
          name: "scope",
          required: true,
          options: FIGURE_SCOPES,
          optionLabels: "codebook.figureScope",
        },
        { kind: "reference", name: "incidentId", query: "incident.suggest" },
        { kind: "reference", name: "placeId", query: "place.suggest" },
        { kind: "edtf", name: "periodEdtf", as: "bare" },
        {
          kind: "select",
          name: "category",
          required: true,
          options: [...FIGURE_CATEGORIES, ...(ownWord === null ? [] : [{ value: ownWord, label: ownWord }])],
          optionLabels: "codebook.figureCategory",
        },
        {
          kind: "select",
          name: "outcome",
          required: true,
          options: FIGURE_OUTCOMES,
          optionLabels: "codebook.figureOutcome",
        },
        {
          kind: "select",
          name: "attributedTo",
          required: true,
          options: SIDES,
          optionLabels: "codebook.side",
        },
      ],
    },
    {
      key: "source",
      fields: [
        { kind: "reference", name: "sourceId", required: true, query: "source.suggest" },
        { kind: "reference", name: "reportedViaId", query: "source.suggest" },
        { kind: "edtf", name: "asOfEdtf", as: "bare" },
        { kind: "textarea", name: "note", rows: 3 },
      ],
    },
  ];
}
