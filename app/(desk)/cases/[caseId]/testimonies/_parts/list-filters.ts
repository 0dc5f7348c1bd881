import type { TableState } from "#components/table/url-state.ts";
import type { FilterView } from "#components/table/table-view.ts";
import { LANGUAGES, TESTIMONY_KINDS } from "#lib/codebook/vocabulary.ts";
import { UNSET } from "#lib/core/filters.ts";
import { BASES } from "#lib/corroboration/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";
import {
  ASSIGNED,
  consentAnswers,
  INCIDENT_TIES,
  type TestimonyFacet,
  type TestimonyFilters,
  testimonyStages,
} from "#lib/testimonies/vocabulary.ts";
import { chosenDays } from "../../_parts/chosen-days.ts";
import { enumFilter } from "../../_parts/enum-filter.ts";

/** What the query counts by, for each filter of the list that is counted. */
export const testimonyFacets: Readonly<Record<string, TestimonyFacet>> = {
  stage: "stage",
  kind: "kind",
  consent: "consentExport",
  basis: "basis",
  language: "language",
  witness: "witnessId",
  source: "sourceId",
  incident: "incident",
  assigned: "assigned",
};

/** The filters of a list's address, as its query takes them; an address holds only what the list knows. */
export function chosenTestimonies(state: TableState): Partial<TestimonyFilters> {
  const asked = Object.entries(testimonyFacets).flatMap(([key, facet]) => {
    const value = state.chosen[key]?.[0];
    return value === undefined ? [] : [[facet, value]];
  });
  return {
    ...(Object.fromEntries(asked) as Partial<TestimonyFilters>),
    ...chosenDays(state, "taken"),
    ...(state.chosen["mine"]?.[0] === undefined ? {} : { mine: true }),
  };
}

/**
 * The filters of the list of testimonies.
 * @param names of the witness and the source that are chosen, where a row says them
 */
export async function testimonyFilterViews(
  state: TableState,
  names: { witness: string | null; source: string | null },
): Promise<readonly FilterView[]> {
  const [t, codebook, common] = await Promise.all([
    translator("testimonies"),
    translator("codebook"),
    translator("common"),
  ]);
  const counted = (
    key: string,
    label: string,
    values: readonly string[],
    word: (value: string) => string,
  ): FilterView => ({ ...enumFilter(key, label, values, word), isCounted: true });
  const records = (key: "witness" | "source"): FilterView => {
    const chosen = state.chosen[key]?.[0];
    const values = chosen === undefined || chosen === UNSET ? [UNSET] : [UNSET, chosen];
    const word = (value: string) =>
      value === UNSET ? common("notSet") : (names[key] ?? t(`filters.chosen.${key}`));
    return counted(key, t(`filters.${key}`), values, word);
  };
  return [
    counted("stage", t("columns.stage"), testimonyStages, (value) => t(`stage.${value}.label`)),
    counted("kind", t("columns.kind"), TESTIMONY_KINDS, (value) => codebook(`testimonyKind.${value}.label`)),
    counted("consent", t("columns.consentExport"), consentAnswers, (value) => t(`consent.${value}.label`)),
    { kind: "days", key: "taken", label: t("columns.taken") },
    records("witness"),
    records("source"),
    counted("incident", t("filters.incident"), INCIDENT_TIES, (value) => t(`filters.incidentTie.${value}`)),
    counted("basis", t("filters.basis"), BASES, (value) => codebook(`basis.${value}.label`)),
    counted("language", t("columns.language"), LANGUAGES, (value) => codebook(`language.${value}.label`)),
    counted("assigned", t("filters.assigned"), ASSIGNED, (value) => t(`filters.assignedTo.${value}`)),
    enumFilter("mine", t("filters.mine"), ["mine"], () => t("filters.byMe")),
  ];
}
