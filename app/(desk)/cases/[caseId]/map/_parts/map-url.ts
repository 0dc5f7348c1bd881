import type { TableUrlSpec } from "#components/table/url-state.ts";
import { INCIDENT_KINDS } from "#lib/codebook/vocabulary.ts";

/** What stands in the address of the map: filters of the list of incidents. */
export const mapUrl: TableUrlSpec = {
  sorts: [],
  defaultSort: { key: "name", dir: "asc" },
  enums: { recordKind: INCIDENT_KINDS },
  days: ["occurred"],
};
