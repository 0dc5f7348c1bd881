import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { PgTable } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { currentProjection, projections } from "./projections.ts";
import * as schema from "./schema/index.ts";

const isTable = (one: unknown): one is PgTable => is(one, SQLiteTable);
const tables = Object.values<unknown>(schema).filter(isTable);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const versioned = tables.filter((one) => "version" in getTableColumns(one) && getTableName(one) !== "drafts");

describe("projections", () => {
  it("cover every column of every table whose rows an event traces", () => {
    expect(Object.keys(projections).toSorted(byText)).toEqual(
      versioned.map((one) => getTableName(one)).toSorted(byText),
    );
    for (const table of versioned) {
      const columns = Object.values(getTableColumns(table)).map((column) => column.name);
      expect([...currentProjection(getTableName(table)).columns].toSorted(byText)).toEqual(
        columns.toSorted(byText),
      );
    }
  });
});
