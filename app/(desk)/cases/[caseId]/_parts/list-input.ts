import type { z } from "zod";
import {
  parseTableUrl,
  type TableState,
  type TableUrlSpec,
  type UrlParams,
} from "#components/table/url-state.ts";
import type { Query } from "#lib/core/query.ts";

/** What the query of a list takes beside its case and its page: its filters. */
type FiltersOf<Q extends Query> = Omit<z.input<Q["input"]>, "caseId" | "direction" | "page">;

/** What a list's address asks of its query: the page, the order and the filters. */
export function listInput<Q extends Query>(params: UrlParams, spec: TableUrlSpec) {
  const state: TableState = parseTableUrl(params, spec);
  const page = {
    size: state.size,
    ...(state.after === null ? {} : { after: state.after }),
    ...(state.before === null ? {} : { before: state.before }),
  };
  // An address holds only what the list knows.
  return { state, page, direction: state.dir, filters: filtersIn(state, spec) as FiltersOf<Q> };
}

/** The name that a query gives to a choice of a list: `witnessId` to `witness`, which is a record. */
export const filterName = (key: string, spec: TableUrlSpec): string =>
  spec.ids?.[key] === undefined ? key : `${key}Id`;

/** The filters of a list's address under the names that its query gives them. */
export function filtersIn(state: TableState, spec: TableUrlSpec): Readonly<Record<string, string>> {
  const filters: Record<string, string> = {};
  for (const [key, [value]] of Object.entries(state.chosen))
    if (value !== undefined) filters[filterName(key, spec)] = value;
  for (const [key, { from, to }] of Object.entries(state.days)) {
    if (from !== null) filters[`${key}From`] = from;
    if (to !== null) filters[`${key}To`] = to;
  }
  return filters;
}
