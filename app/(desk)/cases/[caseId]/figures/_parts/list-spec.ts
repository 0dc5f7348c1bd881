import type { TableUrlSpec } from "#components/table/url-state.ts";
import { FIGURE_CATEGORIES, FIGURE_OUTCOMES, FIGURE_SCOPES } from "#lib/codebook/reported.ts";

export const figuresUrl: TableUrlSpec = {
  sorts: ["asOf"],
  defaultSort: { key: "asOf", dir: "asc" },
  enums: { scope: FIGURE_SCOPES, category: FIGURE_CATEGORIES, outcome: FIGURE_OUTCOMES },
  also: ["incident", "source"],
};
