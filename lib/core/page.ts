import { and, asc, desc, gt, gte, lt, lte, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Reader } from "#db/store.ts";
import { COUNTED_MAX } from "./counted.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";

/** A page is asked for by key, never by offset: the sort key and id of the last row seen. */
export const PageInput = z.strictObject({
  /** Opaque cursor from the page before. */
  after: z.string().max(1_600).optional(),
  before: z.string().max(1_600).optional(),
  size: z.number().int().min(1).max(100).default(50),
});
export type PageInput = z.output<typeof PageInput>;

export interface Paged<Row> {
  rows: Row[];
  next: string | null;
  previous: string | null;
}

export type Direction = "asc" | "desc";

/** The key condition and order for one page. */
export interface Keyset {
  readonly where: SQL | undefined;
  readonly orderBy: readonly [SQL, SQL];
  readonly limit: number | Placeholder;
}

/**
 * The key condition and order for one page.
 * @param sort column that orders the list (never null), @param id its tie-break
 */
export function keyset(page: PageInput, direction: Direction, sort: AnyPgColumn, id: AnyPgColumn) {
  const { cursor, ascending, orderBy, backwards } = placeOf(page, direction, sort, id);
  const where = cursor ? beyond(sort, id, ascending, typed(sort, cursor.key), cursor.id) : undefined;
  return { where, orderBy, limit: page.size + 1, backwards };
}

/** The same for a kept statement: `name` tells one form of it from another, and `values` are what it is filled with. */
export function heldKeyset(page: PageInput, direction: Direction, sort: AnyPgColumn, id: AnyPgColumn) {
  const { cursor, ascending, orderBy } = placeOf(page, direction, sort, id);
  return {
    name: `by ${sort.name} ${ascending ? "up" : "down"}${cursor ? " beyond" : ""}`,
    where: cursor
      ? beyond(sort, id, ascending, sql.placeholder("pageKey"), sql.placeholder("pageId"))
      : undefined,
    orderBy,
    limit: sql.placeholder("pageLimit"),
    values: {
      pageLimit: page.size + 1,
      ...(cursor ? { pageKey: typed(sort, cursor.key), pageId: cursor.id } : {}),
    },
  };
}

function placeOf(page: PageInput, direction: Direction, sort: AnyPgColumn, id: AnyPgColumn) {
  const backwards = page.before !== undefined;
  const ascending = (direction === "asc") !== backwards;
  const order = ascending ? asc : desc;
  const orderBy: [SQL, SQL] = [order(sort), order(id)];
  return { cursor: decodeCursor(page.before ?? page.after), ascending, orderBy, backwards };
}

/**
 * What lies beyond a row in the order of a list. Not a row value, since the type of the key differs per list; and no `or`
 * alone, of which SQLite would make two searches and sort what both find: the bound leads into the index, the rest sifts.
 */
function beyond(
  sort: AnyPgColumn,
  id: AnyPgColumn,
  ascending: boolean,
  key: string | number | Placeholder,
  after: string | Placeholder,
) {
  const [bound, past] = ascending ? [gte, gt] : [lte, lt];
  return and(bound(sort, key), or(past(sort, key), past(id, after)));
}

const typed = (column: AnyPgColumn, key: string): string | number =>
  column.dataType === "number" ? Number(key) : key;

/**
 * Cuts the extra row that told whether more follow, and makes the cursors.
 * @param keyOf the row's sort value and id
 */
export function paged<Row>(
  page: PageInput,
  found: Row[],
  keyOf: (row: Row) => { key: string | number; id: string },
): Paged<Row> {
  const backwards = page.before !== undefined;
  const more = found.length > page.size;
  const kept = more ? found.slice(0, page.size) : found;
  const rows = backwards ? kept.toReversed() : kept;
  const cursorOf = (row: Row | undefined) => {
    if (!row) return null;
    const { key, id } = keyOf(row);
    return encodeCursor({ key: String(key), id });
  };
  const hasNext = backwards ? decodeCursor(page.before) !== null : more;
  const hasPrevious = backwards ? more : decodeCursor(page.after) !== null;
  return {
    rows,
    next: hasNext ? cursorOf(rows.at(-1)) : null,
    previous: hasPrevious ? cursorOf(rows[0]) : null,
  };
}

/**
 * How many rows of a table fit, as far as they are counted: a million are counted as fast as the limit.
 * @returns the number, or one more than the limit where there are more
 */
export async function countUpTo(
  read: Reader,
  table: PgTable,
  where?: SQL,
  limit = COUNTED_MAX,
): Promise<number> {
  const first = read
    .select({ one: sql<number>`1`.as("one") })
    .from(table)
    .where(where)
    .limit(limit + 1)
    .as("counted");
  return read.$count(first);
}
