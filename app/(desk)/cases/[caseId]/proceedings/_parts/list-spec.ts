import type { TableUrlSpec } from "#components/table/url-state.ts";
import { AnyProceedingKind, PROCEEDING_FAMILIES } from "#lib/proceedings/vocabulary.ts";

export const proceedingsUrl: TableUrlSpec = {
  sorts: ["held"],
  defaultSort: { key: "held", dir: "asc" },
  enums: { family: PROCEEDING_FAMILIES, kind: AnyProceedingKind.options },
};
