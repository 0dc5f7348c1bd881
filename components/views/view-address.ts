/** What a saved view keeps of a list's address, and what of it the list still has. */
import {
  formatTableUrl,
  parseTableUrl,
  type TableState,
  type TableUrlSpec,
} from "#components/table/url-state.ts";

/**
 * The address of a list as a view keeps it: filters and order, without the place in it.
 * @param columns the columns that the view shows; null leaves them to each person
 */
export function viewAddress(
  state: TableState,
  spec: TableUrlSpec,
  columns: readonly string[] | null,
): string {
  return formatTableUrl({ ...state, after: null, before: null, view: null, columns }, spec).slice(1);
}

/** Whether the list shows something else than the view asks for, as far as the list can still do that. */
export function isChanged(address: string, state: TableState, spec: TableUrlSpec): boolean {
  const asKept = parseTableUrl(new URLSearchParams(address), spec);
  return viewAddress(asKept, spec, asKept.columns) !== viewAddress(state, spec, state.columns);
}

/** What a view asks for and its list no longer has. */
export interface Lost {
  /** Keys of filters of which a value, or the whole filter, is gone. */
  readonly filters: readonly string[];
  readonly hasOrder: boolean;
  /** How many columns. */
  readonly columns: number;
}

/** Compares the address of a view with what the list understands of it; null where nothing is gone. */
export function lostParts(address: string, spec: TableUrlSpec, columnKeys: readonly string[]): Lost | null {
  const kept = new URLSearchParams(address);
  const read = parseTableUrl(kept, spec);
  const filters = new Set<string>();
  for (const [key, value] of kept) {
    if (["sort", "dir", "size", "columns"].includes(key)) continue;
    const day = spec.days?.find((one) => key === `${one}_from` || key === `${one}_to`);
    const range = day === undefined ? null : read.days[day];
    if (range ? range.from !== value && range.to !== value : read.chosen[key]?.includes(value) !== true)
      filters.add(day ?? key);
  }
  const sort = kept.get("sort");
  const lost = {
    filters: [...filters],
    hasOrder: sort !== null && sort !== read.sort,
    columns: (read.columns ?? []).filter((key) => !columnKeys.includes(key)).length,
  };
  return lost.filters.length > 0 || lost.hasOrder || lost.columns > 0 ? lost : null;
}
