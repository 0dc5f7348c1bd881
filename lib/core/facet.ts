/** Filters with counts: how many rows of a list have each value of a column. */
import { asc, count, desc, isNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Reader } from "#db/store.ts";
import { COUNTED_MAX } from "./counted.ts";
import { UNSET } from "./filters.ts";
import { sortKey } from "./uncertain-date.ts";
import { given } from "./where.ts";

/** So many rows are looked at for the counts of one filter; a longer list has at least as many of each value. */
const ROWS_MAX = 100_000;
/** So many values are listed, the commonest first. */
const VALUES_MAX = 200;

export interface FacetCounts {
  /** The commonest first; `null` are rows without a value. A count is one more than `COUNTED_MAX` at most. */
  values: { value: string | null; count: number }[];
  /** False where the list is longer than what was looked at: there are at least so many. */
  isWhole: boolean;
}

/**
 * Counts the rows of a table by a column, within bounds: over a list of any length it takes no longer than over the
 * longest that is counted whole.
 * @param column a column or an expression that gives text
 */
export async function facetOf(
  read: Reader,
  table: PgTable,
  column: AnyPgColumn | SQL,
  where: SQL | undefined,
): Promise<FacetCounts> {
  const looked = read
    .select({ value: sql<string | null>`${column}`.as("value") })
    .from(table)
    .where(where)
    .limit(ROWS_MAX + 1)
    .as("looked");
  const rows = await read
    .select({ value: looked.value, count: count() })
    .from(looked)
    .groupBy(looked.value)
    .orderBy(desc(count()), asc(looked.value))
    .limit(VALUES_MAX + 1);
  const seen = rows.reduce((sum, row) => sum + row.count, 0);
  return {
    values: rows
      .slice(0, VALUES_MAX)
      .map((row) => ({ value: row.value, count: Math.min(row.count, COUNTED_MAX + 1) })),
    isWhole: seen <= ROWS_MAX && rows.length <= VALUES_MAX,
  };
}

/** Counts of whole lists of codes, as counts of the codes in them: a row with two codes counts for both. */
export function entriesOf({ values, isWhole }: FacetCounts): FacetCounts {
  const counts = new Map<string, number>();
  for (const { value, count: rows } of values)
    for (const entry of JSON.parse(value ?? "[]") as string[])
      counts.set(entry, Math.min((counts.get(entry) ?? 0) + rows, COUNTED_MAX + 1));
  return { values: [...counts].map(([value, rows]) => ({ value, count: rows })), isWhole };
}

/** Column has the value, or none where `unset` is asked for; no condition when nothing is. */
export const givenOrUnset = (column: AnyPgColumn, value: string | undefined): SQL | undefined =>
  value === UNSET ? isNull(column) : given(column, value);

const UNDATED = "9".repeat(15);

/**
 * A date begins within two days, both included; an undated row is in no range.
 * @param sort a column of `sortKey`s
 */
export function beginsWithin(
  sort: AnyPgColumn,
  from: string | undefined,
  to: string | undefined,
): SQL | undefined {
  if (from === undefined && to === undefined) return undefined;
  const first = from === undefined ? "0" : sortKey(from).slice(0, 15);
  // The second half of a day's key is the day's last instant.
  const last = to === undefined ? UNDATED : sortKey(to).slice(15);
  return sql`${sort} >= ${first} and ${sort} < ${last}`;
}
