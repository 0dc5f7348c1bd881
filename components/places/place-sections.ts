import type { SectionSpec } from "#components/form/field-spec.ts";
import { PLACE_KINDS, PLACE_PRECISIONS } from "#lib/codebook/vocabulary.ts";

/** The form of a place. */
export const placeSections: readonly SectionSpec[] = [
  {
    key: "place",
    fields: [
      { kind: "text", name: "name", required: true },
      { kind: "text", name: "nameAr", dir: "rtl" },
      { kind: "textarea", name: "variants", rows: 2 },
      {
        kind: "select",
        name: "kind",
        required: true,
        options: PLACE_KINDS,
        optionLabels: "codebook.placeKind",
      },
      { kind: "reference", name: "parentId", query: "place.suggest" },
      { kind: "text", name: "parentBasis" },
    ],
  },
  {
    key: "point",
    fields: [
      {
        kind: "select",
        name: "precision",
        required: true,
        options: PLACE_PRECISIONS,
        optionLabels: "codebook.placePrecision",
      },
      { kind: "decimal", name: "latE5", digits: 5, min: -90, max: 90 },
      { kind: "decimal", name: "lonE5", digits: 5, min: -180, max: 180 },
      { kind: "text", name: "coordinateBasis" },
    ],
  },
  {
    key: "remarks",
    fields: [
      { kind: "reference", name: "possibleDuplicateOfId", query: "place.suggest" },
      { kind: "textarea", name: "note", rows: 3 },
    ],
  },
];
