import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/**
 * One text of a `json` column that holds an object, read in the database, so that the rest of it stays there: null where
 * the key is absent or null. The operator is the same on both dialects, and its key must be known to be text.
 */
export const textAt = (column: AnyPgColumn, key: string): SQL<string | null> =>
  sql<string | null>`${column} ->> cast(${key} as text)`;
