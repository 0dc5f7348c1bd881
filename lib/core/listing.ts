/** The rows of a list of a case: the same for the list and for the counts beside its filters. */
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { outside } from "#db/hidden-by.ts";
import { UNSET } from "./filters.ts";
import type { Facet, FacetContext, FacetCounts, FacetName } from "./facet.ts";
import { sortKey } from "./uncertain-date.ts";

/** What a list is of, and what it can be narrowed by. */
export interface Listing<By extends string = string> {
  /** Of a case; where rows can be retracted, only those that stand are listed. */
  readonly table: PgTable & { id: AnyPgColumn; caseId: AnyPgColumn; retractedAt?: AnyPgColumn };
  /** The filters whose values are counted. */
  readonly facets: Readonly<Record<By, Facet>>;
  /** The other filters. */
  readonly filters?: Readonly<Record<string, Condition>>;
}

type Condition = (ctx: FacetContext, value: string) => SQL | undefined;

/** The filters of a list that are set, by name. */
export type Filters = Readonly<Record<string, string | undefined>>;

/** The standing rows of a list that the caller may read and that fit the filters. */
export function listed(
  ctx: FacetContext,
  listing: Listing,
  caseId: string,
  filters: Filters = {},
): SQL | undefined {
  const { table } = listing;
  return and(
    ctx.scope.cases(table.caseId),
    eq(table.caseId, caseId),
    table.retractedAt && isNull(table.retractedAt),
    ...Object.entries(filters).map(([name, value]) =>
      value === undefined ? undefined : conditionOf(listing, name)(ctx, value),
    ),
  );
}

/** The same as a kept statement finds them: `name` tells one form of it from another, and `values` are what it is filled with. */
export interface HeldRows {
  readonly name: string;
  readonly where: SQL | undefined;
  readonly values: Readonly<Record<string, string | number>>;
}

/** @returns null where a filter asks for more than that a column has a value: such a statement is built anew each time */
export function heldRows(
  { scope }: FacetContext,
  { table, facets }: Listing,
  caseId: string,
  filters: Filters,
): HeldRows | null {
  const columns: SQL[] = [];
  const values: Record<string, string | number> = { caseId, closed: scope.closed(caseId) };
  for (const [name, value] of Object.entries(filters)) {
    if (value === undefined) continue;
    const column = facets[name]?.column;
    if (column === undefined || value === UNSET) return null;
    columns.push(eq(column, sql.placeholder(name)));
    values[name] = value;
  }
  // For rows of one case, the condition of `scope.cases` is one answer.
  if (!scope.sees(caseId)) return null;
  return {
    name: Object.keys(values).join(" "),
    where: and(
      eq(table.caseId, sql.placeholder("caseId")),
      table.retractedAt && isNull(table.retractedAt),
      outside(table, sql`${sql.placeholder("closed")}`),
      ...columns,
    ),
    values,
  };
}

function conditionOf({ facets, filters }: Listing, name: string): Condition {
  const condition = facets[name]?.has ?? filters?.[name];
  // A filter that is not looked at would show rows that it should hide.
  if (condition === undefined) throw new Error(`The list has no filter ${name}`);
  return condition;
}

/** How many rows of a list have each value of one of its filters, under the other filters. */
export async function countedBy<By extends string>(
  ctx: FacetContext,
  listing: Listing<By>,
  caseId: string,
  by: By,
  filters: Filters,
): Promise<FacetCounts & { names: FacetName[] }> {
  const facet = listing.facets[by];
  const rows = listed(ctx, listing, caseId, { ...filters, [by]: undefined });
  const counts = await facet.count(ctx, listing.table, rows);
  if (facet.namesOf === undefined) return { ...counts, names: [] };
  const ids = counts.values.flatMap(({ value }) => value ?? []);
  const names = ids.length === 0 ? [] : await facet.namesOf(ctx, ids);
  const known = new Set(names.map(({ id }) => id));
  // What the caller may not read is no value to them.
  return {
    ...counts,
    names,
    values: counts.values.filter(({ value }) => value === null || known.has(value)),
  };
}

/**
 * A range of days like `byDays`, of dates that have no key to sort by: by the first day that is written, whichever zone
 * a time of day is in. Every row of the case is looked at. Unlike there, an open beginning is in no range, and what is
 * approximate is taken as it is written.
 * @param edtf a column of normalised EDTF texts (lib/core/edtf-value.ts)
 */
export function byWrittenDays(name: string, edtf: AnyPgColumn): Readonly<Record<string, Condition>> {
  // Of a set, the first member; of an interval, its beginning. What opens with neither digit has none.
  const text = sql`ltrim(${edtf}, '[{')`;
  const year = sql`replace(substr(${text}, 1, 4), 'X', '0')`;
  const day = sql`case
    when substr(${text}, 5, 1) <> '-' or substr(${text}, 6, 2) = 'XX' then ${year} || '-01-01'
    when substr(${text}, 8, 1) <> '-' or substr(${text}, 9, 2) = 'XX' then substr(${text}, 1, 7) || '-01'
    else substr(${text}, 1, 10) end`;
  const isDated = sql`substr(${text}, 1, 1) between '0' and '9'`;
  return {
    [`${name}From`]: (_, from) => sql`(${isDated} and ${day} >= ${from})`,
    [`${name}To`]: (_, to) => sql`(${isDated} and ${day} <= ${to})`,
  };
}

const UNDATED = "9".repeat(15);

/**
 * The two ends of a range of days, both included, as filters `<name>From` and `<name>To`: a date is in it that begins
 * within. An undated row is in no range.
 * @param sort a column of `sortKey`s
 */
export const byDays = (name: string, sort: AnyPgColumn): Readonly<Record<string, Condition>> => ({
  [`${name}From`]: (_, day) => sql`(${sort} >= ${sortKey(day).slice(0, 15)} and ${sort} < ${UNDATED})`,
  // The second half of a day's key is the day's last instant.
  [`${name}To`]: (_, day) => sql`${sort} < ${sortKey(day).slice(15)}`,
});
