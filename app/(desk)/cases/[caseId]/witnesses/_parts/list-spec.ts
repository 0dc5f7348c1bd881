import type { TableUrlSpec } from "#components/table/url-state.ts";
import { GRADE_FILTERS } from "#lib/sources/vocabulary.ts";
import { AGE_BANDS, SEXES, WAITING } from "#lib/witnesses/vocabulary.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";

export const witnessesUrl: TableUrlSpec = {
  sorts: ["createdAt"],
  defaultSort: { key: "createdAt", dir: "desc" },
  enums: { ageBand: AGE_BANDS, sex: SEXES, reliability: GRADE_FILTERS, waiting: WAITING },
  ids: { tag: idPrefixes.tag },
};
