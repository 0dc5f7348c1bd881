import type { TableUrlSpec } from "#components/table/url-state.ts";
import { AnyProceedingKind, AnyProceedingStatus, PROCEEDING_FAMILIES } from "#lib/proceedings/vocabulary.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";
import { UNSET } from "#lib/core/filters.ts";

export const proceedingsUrl: TableUrlSpec = {
  sorts: ["held"],
  defaultSort: { key: "held", dir: "asc" },
  enums: {
    family: PROCEEDING_FAMILIES,
    kind: AnyProceedingKind.options,
    status: [...AnyProceedingStatus.options, UNSET],
  },
  ids: { body: idPrefixes.actor, tag: idPrefixes.tag },
  days: ["held"],
};
