import type { TableUrlSpec } from "#components/table/url-state.ts";
import { CONTRADICTION_KINDS, CONTRADICTION_STATES } from "#lib/contradictions/words.ts";

export const contradictionsUrl: TableUrlSpec = {
  sorts: ["found"],
  defaultSort: { key: "found", dir: "desc" },
  enums: { state: CONTRADICTION_STATES, kind: CONTRADICTION_KINDS, material: ["yes", "no"] },
};
