import type { TableUrlSpec } from "#components/table/url-state.ts";
import { ACTOR_KINDS, SIDES } from "#lib/codebook/vocabulary.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";
import { UNSET } from "#lib/core/filters.ts";

export const actorsUrl: TableUrlSpec = {
  sorts: ["name"],
  defaultSort: { key: "name", dir: "asc" },
  enums: { kind: ACTOR_KINDS, attributedSide: [...SIDES, UNSET] },
  ids: { tag: idPrefixes.tag },
};
