import type { TableUrlSpec } from "#components/table/url-state.ts";
import { ACTOR_KINDS, SIDES } from "#lib/codebook/vocabulary.ts";

export const actorsUrl: TableUrlSpec = {
  sorts: ["name"],
  defaultSort: { key: "name", dir: "asc" },
  enums: { kind: ACTOR_KINDS, attributedSide: SIDES },
};
