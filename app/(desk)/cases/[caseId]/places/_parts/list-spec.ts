import type { TableUrlSpec } from "#components/table/url-state.ts";
import { PLACE_KINDS, PLACE_PRECISIONS } from "#lib/codebook/vocabulary.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";

export const placesUrl: TableUrlSpec = {
  sorts: ["name"],
  defaultSort: { key: "name", dir: "asc" },
  enums: { kind: PLACE_KINDS, precision: PLACE_PRECISIONS },
  ids: { tag: idPrefixes.tag },
};
