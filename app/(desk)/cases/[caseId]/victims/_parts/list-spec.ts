import type { TableUrlSpec } from "#components/table/url-state.ts";
import { VICTIM_KINDS, VICTIM_OUTCOMES } from "#lib/victims/vocabulary.ts";

export const victimsUrl: TableUrlSpec = {
  sorts: ["createdAt"],
  defaultSort: { key: "createdAt", dir: "desc" },
  enums: { kind: VICTIM_KINDS, outcome: VICTIM_OUTCOMES },
};
