/** One page of a list of a case with how many rows it has, by statements that are built once wherever that can be. */
import { and, count, getTableName, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Buildable } from "#db/kept.ts";
import type { Reader } from "#db/store.ts";
import { COUNTED_MAX } from "./counted.ts";
import type { FacetContext } from "./facet.ts";
import { type Filters, heldRows, listed, type Listing } from "./listing.ts";
import {
  type Direction,
  type Keyset,
  heldKeyset,
  keyset,
  type Paged,
  paged,
  type PageInput,
} from "./page.ts";

type From = Pick<Reader, "select">;

/** What is asked of a list. */
export interface ListAsked {
  readonly caseId: string;
  readonly filters: Filters;
  readonly direction: Direction;
  readonly page: PageInput;
}

/**
 * A page of a list in the order of a column. One `build` for a table: its statements are kept under the table's name.
 * @param build the statement of the page, the same for each call but for what it is given
 * @param keyOf a row's sort value and id
 */
export async function listPage<Row>(
  ctx: FacetContext,
  listing: Listing,
  { caseId, filters, direction, page }: ListAsked,
  sort: AnyPgColumn,
  build: (from: From, where: SQL | undefined, keys: Keyset) => Buildable<Row[]> & PromiseLike<Row[]>,
  keyOf: (row: Row) => { key: string | number; id: string },
): Promise<Paged<Row> & { total: number }> {
  const { read } = ctx;
  const { id } = listing.table;
  const held = heldRows(ctx, listing, caseId, filters);
  if (held === null) {
    const where = listed(ctx, listing, caseId, filters);
    const keys = keyset(page, direction, sort, id);
    const rows = await build(read, and(where, keys.where), keys);
    const [counted] = await counting(read, listing, where, keys);
    return { ...paged(page, rows, keyOf), total: counted?.count ?? 0 };
  }
  const keys = heldKeyset(page, direction, sort, id);
  const name = `${getTableName(listing.table)} ${held.name}`;
  const whole = read.kept(`list ${name} ${keys.name}`, (from) =>
    build(from, and(held.where, keys.where), keys),
  );
  const rows = await whole.execute({ ...held.values, ...keys.values });
  const length = read.kept(`count ${name} ${keys.name}`, (from) => counting(from, listing, held.where, keys));
  const [counted] = await length.execute(held.values);
  return { ...paged(page, rows, keyOf), total: counted?.count ?? 0 };
}

/** Counted in the order of the list: it changes no number, and leads SQLite into the index that has what is filtered by. */
function counting(from: From, { table }: Listing, where: SQL | undefined, { orderBy }: Keyset) {
  const some = from
    .select({ one: sql<number>`1`.as("one") })
    .from(table)
    .where(where)
    .orderBy(...orderBy)
    .limit(COUNTED_MAX + 1)
    .as("counted");
  return from.select({ count: count() }).from(some);
}
