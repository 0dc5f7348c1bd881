import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { dialect } from "./columns.ts";

/** A whole number at the top of an object kept as JSON text; 0 where the key is absent. */
export const jsonNumber = (column: AnyPgColumn, key: string): SQL =>
  dialect === "sqlite"
    ? sql`coalesce(json_extract(${column}, ${`$.${key}`}), 0)`
    : sql`coalesce((${column}::json ->> ${key})::bigint, 0)`;
