import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/**
 * The condition that a `json<string[]>` column holds a value. The list is read as text, whose quotes set a code off
 * from a longer one (`"N1"`, `"N10"`): the same expression on both dialects, where their JSON functions differ.
 * @param value one entry of the list, as stored; `%`, `_` and quotes in it stand for themselves
 */
export function listHolds(column: AnyPgColumn, value: string): SQL {
  const pattern = `%${JSON.stringify(value).replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`cast(${column} as text) like ${pattern} escape '\\'`;
}

/** The same where the value is an id that stands in another column: ids are letters and digits, and the sign between is escaped. */
export const listHoldsId = (column: AnyPgColumn, id: AnyPgColumn): SQL =>
  sql`cast(${column} as text) like '%"' || replace(${id}, '_', '\\_') || '"%' escape '\\'`;
