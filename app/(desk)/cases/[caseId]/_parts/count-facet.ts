"use server";

import type { FacetAnswer } from "#components/table/table-view.ts";
import { parseTableUrl } from "#components/table/url-state.ts";
import { maybeAsked } from "#lib/api/asked.ts";
import { COUNTED_MAX } from "#lib/core/counted.ts";
import { UNSET } from "#lib/core/filters.ts";
import { counts, formats, translator } from "#lib/i18n/server.ts";
import type { ListId } from "#lib/views/vocabulary.ts";
import { type Counted, COUNTED_LISTS } from "./counted-lists.ts";
import { filterName, filtersIn } from "./list-input.ts";
import { localNames } from "./local-names.ts";

/**
 * Counts the values of one filter of a list, under the other filters of its address. Whatever the browser sends is read
 * as an address is: what the list does not know is as if it were not there.
 * @returns null where the list has no such filter, or the caller may not ask
 */
export async function countFacet(
  list: ListId,
  caseId: string,
  key: string,
  search: string,
): Promise<FacetAnswer | null> {
  if (!Object.hasOwn(COUNTED_LISTS, list)) return null;
  const { url, query } = COUNTED_LISTS[list];
  const state = parseTableUrl(new URLSearchParams(String(search)), url);
  const input = { caseId, by: filterName(key, url), ...filtersIn(state, url) };
  if (!query.input.safeParse(input).success) return null;
  const found = await maybeAsked(query, input);
  return found === null ? null : inWords(found);
}

async function inWords({ values, isWhole, names }: Counted): Promise<FacetAnswer> {
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
        label: one === undefined ? (value === null ? common("notSet") : null) : named(one.name, one.nameAr),
        count: say(count),
      };
    }),
    others: isWhole ? format.number(0) : null,
  };
}
