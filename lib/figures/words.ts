/** What a figure covers, in the order in which a difference is told. */
export const FIGURE_SCOPE_KEYS = [
  "scope",
  "incidentId",
  "placeId",
  "periodEdtf",
  "category",
  "outcome",
  "unit",
  "attributedTo",
] as const;
export type FigureScopeKey = (typeof FIGURE_SCOPE_KEYS)[number];

/** How many figures are set side by side, at least and at most: more do not fit beside each other. */
export const COMPARED_MIN = 2;
export const COMPARED_MAX = 6;
