import type { TableUrlSpec } from "#components/table/url-state.ts";
import { VIOLATION_CODES } from "#lib/codebook/violations.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";

export const allegationsUrl: TableUrlSpec = {
  sorts: ["occurred"],
  defaultSort: { key: "occurred", dir: "asc" },
  enums: { violation: VIOLATION_CODES },
  ids: {
    incident: idPrefixes.incident,
    actor: idPrefixes.actor,
    place: idPrefixes.place,
    tag: idPrefixes.tag,
  },
  days: ["occurred"],
};
