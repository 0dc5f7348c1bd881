import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { dialect } from "./columns.ts";

/**
 * The condition that a text column is one of a list, for statements that are kept: however long the list, the text of the
 * statement is the same.
 * @param list filled with a JSON array of texts
 */
export const inList = (column: AnyPgColumn, list: Placeholder): SQL =>
  dialect === "sqlite"
    ? sql`${column} in (select value from json_each(${list}))`
    : sql`${column} in (select json_array_elements_text(${list}::json))`;
