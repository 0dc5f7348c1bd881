import type { FilterView } from "#components/table/table-view.ts";
import type { TableState } from "#components/table/url-state.ts";
import { VIOLATION_CODES } from "#lib/codebook/violations.ts";
import { INCIDENT_KINDS, SIDES, VICTIM_GROUPS } from "#lib/codebook/vocabulary.ts";
import { UNSET } from "#lib/core/filters.ts";
import { translator } from "#lib/i18n/server.ts";
import { INCIDENT_FACETS, type IncidentFilters, PLACE_TIES } from "#lib/incidents/vocabulary.ts";
import { chosenDays } from "../../_parts/chosen-days.ts";
import { enumFilter } from "../../_parts/enum-filter.ts";

/** The filters of a list's address, as its query takes them; an address holds only what the list knows. */
export function chosenIncidents(state: TableState): Partial<IncidentFilters> {
  const asked = INCIDENT_FACETS.flatMap((facet) => {
    const value = state.chosen[facet]?.[0];
    return value === undefined ? [] : [[facet, value]];
  });
  return { ...(Object.fromEntries(asked) as Partial<IncidentFilters>), ...chosenDays(state, "occurred") };
}

/** The filters of the list of incidents. */
export async function incidentFilterViews(): Promise<readonly FilterView[]> {
  const [t, codebook, common] = await Promise.all([
    translator("incidents"),
    translator("codebook"),
    translator("common"),
  ]);
  const word = (list: string) => (value: string) =>
    value === UNSET ? common("notSet") : codebook(`${list}.${value}.label`);
  const counted = (
    key: string,
    label: string,
    values: readonly string[],
    say: (value: string) => string,
  ): FilterView => ({ ...enumFilter(key, label, values, say), isCounted: true });
  return [
    counted("recordKind", t("columns.recordKind"), INCIDENT_KINDS, word("incidentKind")),
    { kind: "days", key: "occurred", label: t("columns.occurred") },
    counted("violation", t("columns.violations"), VIOLATION_CODES, word("violation")),
    counted("victimGroup", t("columns.victimGroup"), [...VICTIM_GROUPS, UNSET], word("victimGroup")),
    counted("attributedSide", t("columns.attributedSide"), [...SIDES, UNSET], word("side")),
    counted("place", t("filters.place"), PLACE_TIES, (value) => t(`filters.placeTie.${value}`)),
  ];
}
