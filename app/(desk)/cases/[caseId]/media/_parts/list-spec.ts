import type { TableUrlSpec } from "#components/table/url-state.ts";
import { MEDIA_KINDS } from "#lib/codebook/reported.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";

export const mediaUrl: TableUrlSpec = {
  sorts: ["circulated"],
  defaultSort: { key: "circulated", dir: "asc" },
  enums: { kind: MEDIA_KINDS },
  ids: { tag: idPrefixes.tag },
  days: ["circulated"],
};
