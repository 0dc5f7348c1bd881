/** Which columns a list shows, and in which order: as it usually does, as a person keeps it, or as a view says. */
import type { ListLayout } from "#lib/core/vocabulary.ts";
import type { ColumnView } from "./table-view.ts";

/** Every column of the list by its key, in order; the first column of the page stays first. */
export interface Arrangement {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
}

export const canHide = (columns: readonly ColumnView[], key: string): boolean =>
  columns.some((column, index) => column.key === key && index > 0 && column.hiding !== "never");

/** As a person keeps the list. A column that they have not seen yet stands and shows as it usually does. */
export function arrangedFor(columns: readonly ColumnView[], layout: ListLayout | null): Arrangement {
  const known = new Set(layout?.order);
  const isHidden = ({ key, hiding }: ColumnView): boolean =>
    known.has(key) ? layout?.hidden.includes(key) === true : hiding === "at-first";
  return {
    order: ordered(columns, layout?.order ?? []),
    hidden: columns
      .filter((column) => canHide(columns, column.key) && isHidden(column))
      .map(({ key }) => key),
  };
}

/** As an address says it: these columns, and those that cannot be hidden. */
export function arrangedBy(columns: readonly ColumnView[], shown: readonly string[]): Arrangement {
  return {
    order: ordered(columns, shown),
    hidden: columns.map(({ key }) => key).filter((key) => canHide(columns, key) && !shown.includes(key)),
  };
}

export const shownIn = ({ order, hidden }: Arrangement): string[] =>
  order.filter((key) => !hidden.includes(key));

/** One place on or back; the first column and the ends stay where they are. */
export function moved(order: readonly string[], key: string, step: 1 | -1): readonly string[] {
  const from = order.indexOf(key);
  const to = from + step;
  if (from < 1 || to < 1 || to >= order.length) return order;
  return order.toSpliced(from, 1).toSpliced(to, 0, key);
}

function ordered(columns: readonly ColumnView[], wanted: readonly string[]): string[] {
  const keys = columns.map(({ key }) => key);
  const [first = "", ...others] = keys;
  const order = wanted.filter((key) => others.includes(key));
  others.forEach((key, index) => {
    if (order.includes(key)) return;
    // Behind the column that it usually follows; in front where it follows the first.
    const before = others.slice(0, index).findLast((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  });
  return [first, ...order];
}
