import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { dialect } from "./columns.ts";
import { unindexed } from "./unindexed.ts";

/**
 * The condition that a text column is one of a list, for statements that are kept: however long the list, the text of the
 * statement is the same.
 * @param list filled with a JSON array of texts, or of numbers for a column of numbers
 * @param use whether it may lead to the rows or only sifts them (`unindexed`)
 */
export const inList = (
  column: AnyPgColumn,
  list: Placeholder | string,
  use: "leads" | "sifts" = "leads",
): SQL => {
  const tested = use === "sifts" ? unindexed(column) : sql`${column}`;
  if (dialect === "sqlite") return sql`${tested} in (select value from json_each(${list}))`;
  const texts = sql`select json_array_elements_text(${list}::json)`;
  return column.dataType === "string"
    ? sql`${tested} in (${texts})`
    : sql`${tested} in (select t::bigint from (${texts}) as all_of(t))`;
};
