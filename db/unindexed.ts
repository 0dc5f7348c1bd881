import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { dialect } from "./columns.ts";

/**
 * A column that only sifts. Given `case_id in (…)` beside `case_id = ?`, SQLite may walk the index by the list and then
 * sort a whole case for the sake of one page; the unary plus keeps its planner from it (SQLite, "The Query Optimizer
 * Overview" §6). PostgreSQL weighs the two by itself.
 */
export const unindexed = (column: AnyPgColumn): SQL =>
  dialect === "sqlite" ? sql`+${column}` : sql`${column}`;
