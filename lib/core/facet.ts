/** Filters of lists with their values: which rows have one, and how many rows of a list have each. */
import { and, asc, count, desc, eq, inArray, isNull, not, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { listHolds } from "#db/json-list.ts";
import type { Reader } from "#db/store.ts";
import type { Permission } from "#lib/access/permissions.ts";
import { COUNTED_MAX } from "./counted.ts";
import { UNSET } from "./filters.ts";
import type { AskContext } from "./query.ts";

/** So many rows are looked at for the counts of one filter; a longer list has at least as many of each value. */
export const ROWS_MAX = 100_000;
/** So many values are listed, the commonest first. */
export const VALUES_MAX = 200;

export type FacetContext = Pick<AskContext, "read" | "scope">;

/** A filter of a list whose values can be counted. */
export interface Facet {
  /** Where a value is what one column has, and nothing more. */
  readonly column?: AnyPgColumn;
  /** The condition that a row has a value, or none where `UNSET` is asked for. */
  has(ctx: FacetContext, value: string): SQL;
  /** How many of the rows of a table have each value. */
  count(ctx: FacetContext, table: PgTable, rows: SQL | undefined): Promise<FacetCounts>;
  /** Where values are ids: their names, of those alone that the caller may read. */
  namesOf?(ctx: FacetContext, ids: string[]): Promise<FacetName[]>;
}

export interface FacetName {
  id: string;
  name: string;
  nameAr: string | null;
}

export interface FacetCounts {
  /** The commonest first, where a row has one value; `null` are rows without a value. A count is one more than `COUNTED_MAX` at most. */
  values: { value: string | null; count: number }[];
  /** False where the list is longer than what was looked at: there are at least so many. */
  isWhole: boolean;
}

/** No more is said of a count than that it is above what lists count. */
export const upToMax = (rows: number): number => Math.min(rows, COUNTED_MAX + 1);

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
    values: rows.slice(0, VALUES_MAX).map((row) => ({ value: row.value, count: upToMax(row.count) })),
    isWhole: seen <= ROWS_MAX && rows.length <= VALUES_MAX,
  };
}

/** A filter by what an expression says of a row. @param has where a cheaper condition says the same */
export const byValue = (
  valueOf: (ctx: FacetContext) => AnyPgColumn | SQL,
  has: Facet["has"] = (ctx, value) => isOrUnset(valueOf(ctx), value),
): Facet => ({
  has,
  count: (ctx, table, rows) => facetOf(ctx.read, table, valueOf(ctx), rows),
});

/** A filter by a column. */
export const byColumn = (column: AnyPgColumn): Facet => ({ ...byValue(() => column), column });

/** A filter by a record that a row names. @param permission under which that record is read */
export const byRecord = (column: AnyPgColumn, named: NamedTable, permission: Permission): Facet => ({
  ...byColumn(column),
  namesOf: (ctx, ids) => namesIn(ctx, named, permission, ids),
});

/** Where the names of records stand. */
export interface NamedTable {
  readonly table: PgTable & { id: AnyPgColumn; caseId: AnyPgColumn };
  readonly name: AnyPgColumn;
  readonly nameAr?: AnyPgColumn;
}

/** The names of records by their ids, of those alone that the caller may read. */
export function namesIn(
  { read, scope }: FacetContext,
  { table, name, nameAr }: NamedTable,
  permission: Permission,
  ids: string[],
): Promise<FacetName[]> {
  return read
    .select({
      id: sql<string>`${table.id}`,
      name: sql<string>`${name}`,
      nameAr: sql<string | null>`${nameAr ?? sql`null`}`,
    })
    .from(table as PgTable)
    .where(and(inArray(table.id, ids), scope.cases(table.caseId, permission)));
}

/** A filter by whether something is tied to a row: `linked`, or `none`. */
export const byTie = (tie: (ctx: FacetContext) => SQL): Facet =>
  byValue(
    (ctx) => sql`case when ${tie(ctx)} then 'linked' else 'none' end`,
    (ctx, value) => (value === "linked" ? tie(ctx) : not(tie(ctx))),
  );

/** A filter by the codes in a `json<string[]>` column: a row with two of them counts for both. */
export function byEntry(column: AnyPgColumn): Facet {
  const whole = sql`cast(${column} as text)`;
  return {
    has: (_, value) => (value === UNSET ? sql`${whole} = '[]'` : listHolds(column, value)),
    count: async ({ read }, table, rows) => entriesOf(await facetOf(read, table, whole, rows)),
  };
}

/** Counts of whole lists of codes, as counts of the codes in them; an empty list has no value. */
function entriesOf({ values, isWhole }: FacetCounts): FacetCounts {
  const counts = new Map<string | null, number>();
  for (const { value, count: rows } of values) {
    const entries = JSON.parse(value ?? "[]") as string[];
    for (const entry of entries.length === 0 ? [null] : entries)
      counts.set(entry, upToMax((counts.get(entry) ?? 0) + rows));
  }
  return { values: [...counts].map(([value, rows]) => ({ value, count: rows })), isWhole };
}

const isOrUnset = (value: AnyPgColumn | SQL, wanted: string): SQL =>
  wanted === UNSET ? isNull(value) : eq(value as AnyPgColumn, wanted);
