import { eq, inArray, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** Column equals the value, when one is given; no condition otherwise. */
export const given = (column: AnyPgColumn, value: string | number | boolean | undefined): SQL | undefined =>
  value === undefined ? undefined : eq(column, value);

/** Column is one of the values, when any are given. */
export const anyOf = (column: AnyPgColumn, values: readonly string[] | undefined): SQL | undefined =>
  values === undefined || values.length === 0 ? undefined : inArray(column, [...values]);
