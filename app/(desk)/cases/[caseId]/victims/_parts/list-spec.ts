import type { TableUrlSpec } from "#components/table/url-state.ts";
import { VICTIM_KINDS, VICTIM_OUTCOMES } from "#lib/victims/vocabulary.ts";
import { AGE_BANDS, SEXES } from "#lib/witnesses/vocabulary.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";
import { UNSET } from "#lib/core/filters.ts";

export const victimsUrl: TableUrlSpec = {
  sorts: ["createdAt"],
  defaultSort: { key: "createdAt", dir: "desc" },
  enums: { kind: VICTIM_KINDS, outcome: [...VICTIM_OUTCOMES, UNSET], ageBand: AGE_BANDS, sex: SEXES },
  ids: { incident: idPrefixes.incident, tag: idPrefixes.tag },
};
