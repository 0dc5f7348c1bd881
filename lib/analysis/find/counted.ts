import type { SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Reader } from "#db/store.ts";
import { countUpTo } from "#lib/core/page.ts";
import { COUNTED_MAX } from "../vocabulary.ts";

/** A number of records; `more` says that the counting stopped there. */
export interface Counted {
  readonly count: number;
  readonly more: boolean;
}

/** Counts the rows that fit, as far as pictures are counted. */
export async function counted(read: Reader, table: PgTable, where: SQL | undefined): Promise<Counted> {
  const found = await countUpTo(read, table, where, COUNTED_MAX);
  return { count: Math.min(found, COUNTED_MAX), more: found > COUNTED_MAX };
}
