import { count, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Reader } from "#db/store.ts";
import { COUNTED_MAX } from "../vocabulary.ts";

/** A number of records; `more` says that the counting stopped there. */
export interface Counted {
  readonly count: number;
  readonly more: boolean;
}

/** Counts the rows that fit, up to a limit: a picture of a million records is drawn as fast as one of a thousand. */
export async function countUpTo(
  read: Reader,
  table: PgTable,
  where: SQL | undefined,
  limit = COUNTED_MAX,
): Promise<Counted> {
  const some = read
    .select({ one: sql<number>`1`.as("one") })
    .from(table)
    .where(where)
    .limit(limit + 1)
    .as("some");
  const [row] = await read.select({ n: count() }).from(some);
  const n = row?.n ?? 0;
  return { count: Math.min(n, limit), more: n > limit };
}
