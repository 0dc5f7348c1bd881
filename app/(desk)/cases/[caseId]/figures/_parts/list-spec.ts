import type { TableUrlSpec } from "#components/table/url-state.ts";
import { FIGURE_CATEGORIES, FIGURE_OUTCOMES, FIGURE_SCOPES } from "#lib/codebook/reported.ts";
import { SIDES } from "#lib/codebook/vocabulary.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";

export const figuresUrl: TableUrlSpec = {
  sorts: ["asOf"],
  defaultSort: { key: "asOf", dir: "asc" },
  enums: { scope: FIGURE_SCOPES, category: FIGURE_CATEGORIES, outcome: FIGURE_OUTCOMES, attributedTo: SIDES },
  ids: { source: idPrefixes.source, incident: idPrefixes.incident, tag: idPrefixes.tag },
  days: ["asOf"],
};
