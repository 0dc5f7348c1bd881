import type { TableUrlSpec } from "#components/table/url-state.ts";
import { FACETS, FINDING_STATUSES, OWN_PARTS } from "#lib/corroboration/vocabulary.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";

export const findingsUrl: TableUrlSpec = {
  sorts: ["created"],
  defaultSort: { key: "created", dir: "desc" },
  enums: { status: FINDING_STATUSES, facet: FACETS, mine: OWN_PARTS },
  ids: { tag: idPrefixes.tag },
};

/** Findings as newer rules would have them: in the order in which they were begun. */
export const rulesUrl: TableUrlSpec = { sorts: [], defaultSort: { key: "created", dir: "asc" } };
