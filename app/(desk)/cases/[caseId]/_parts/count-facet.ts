"use server";

import type { FacetAnswer } from "#components/table/table-view.ts";
import { parseTableUrl } from "#components/table/url-state.ts";
import { maybeAsked } from "#lib/api/asked.ts";
import { COUNTED_MAX } from "#lib/core/counted.ts";
import type { FacetCounts } from "#lib/core/facet.ts";
import { UNSET } from "#lib/core/filters.ts";
import { counts, formats, translator } from "#lib/i18n/server.ts";
import { countIncidentsBy } from "#lib/incidents/queries/count-incidents-by.ts";
import { INCIDENT_FACETS } from "#lib/incidents/vocabulary.ts";
import { countTestimoniesBy } from "#lib/testimonies/queries/count-testimonies-by.ts";
import { chosenIncidents } from "../incidents/_parts/list-filters.ts";
import { incidentsUrl } from "../incidents/_parts/list-spec.ts";
import { chosenTestimonies, testimonyFacets } from "../testimonies/_parts/list-filters.ts";
import { testimoniesUrl } from "../testimonies/_parts/list-spec.ts";
import { localNames } from "./local-names.ts";

type Counted = FacetCounts & {
  names?: readonly { id: string; name: string; nameAr: string | null }[];
};

/**
 * Counts the values of one filter of a list, under the other filters of its address. Whatever the browser sends is read
 * as an address is: what the list does not know is as if it were not there.
 * @returns null where the list has no such filter, or the caller may not ask
 */
export async function countFacet(
  list: "testimonies" | "incidents",
  caseId: string,
  key: string,
  search: string,
): Promise<FacetAnswer | null> {
  const params = new URLSearchParams(String(search));
  const found =
    list === "testimonies"
      ? await ofTestimonies(caseId, key, params)
      : await ofIncidents(caseId, key, params);
  return found === null ? null : inWords(found);
}

async function ofTestimonies(caseId: string, key: string, params: URLSearchParams): Promise<Counted | null> {
  const facet = testimonyFacets[key];
  if (facet === undefined) return null;
  const filters = chosenTestimonies(parseTableUrl(params, testimoniesUrl));
  return maybeAsked(countTestimoniesBy, { caseId, facet, ...filters });
}

async function ofIncidents(caseId: string, key: string, params: URLSearchParams): Promise<Counted | null> {
  const facet = INCIDENT_FACETS.find((one) => one === key);
  if (facet === undefined) return null;
  const filters = chosenIncidents(parseTableUrl(params, incidentsUrl));
  return maybeAsked(countIncidentsBy, { caseId, facet, ...filters });
}

async function inWords({ values, isWhole, names = [] }: Counted): Promise<FacetAnswer> {
  const [countText, format, common, named] = await Promise.all([
    counts(),
    formats(),
    translator("common"),
    localNames(),
  ]);
  const say = (count: number): string =>
    isWhole || count > COUNTED_MAX
      ? countText(count)
      : common("countedUpTo", { count: format.number(count) });
  return {
    values: values.map(({ value, count }) => {
      const one = names.find(({ id }) => id === value);
      return {
        value: value ?? UNSET,
        label: one === undefined ? null : named(one.name, one.nameAr),
        count: say(count),
      };
    }),
    others: isWhole ? format.number(0) : null,
  };
}
