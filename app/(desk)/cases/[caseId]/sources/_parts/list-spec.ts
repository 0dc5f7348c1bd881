import type { TableUrlSpec } from "#components/table/url-state.ts";
import { SOURCE_KINDS } from "#lib/codebook/vocabulary.ts";
import { GRADE_FILTERS } from "#lib/sources/vocabulary.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";

export const sourcesUrl: TableUrlSpec = {
  sorts: ["name"],
  defaultSort: { key: "name", dir: "asc" },
  enums: { kind: SOURCE_KINDS, reliability: GRADE_FILTERS },
  ids: { tag: idPrefixes.tag },
};
