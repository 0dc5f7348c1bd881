import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { currentProjection, projections } from "./projections.ts";
import * as schema from "./schema/index.ts";

const tables = Object.values(schema).filter((one) => is(one, SQLiteTable));
const versioned = tables.filter((one) => "version" in getTableColumns(one) && getTableName(one) !== "drafts");

describe("projections", () => {
  it("cover every column of every table whose rows an event traces", () => {
    expect(Object.keys(projections).toSorted()).toEqual(versioned.map((one) => getTableName(one)).toSorted());
    for (const table of versioned) {
      const columns = Object.values(getTableColumns(table)).map((column) => column.name);
      expect([...currentProjection(getTableName(table)).columns].toSorted()).toEqual(columns.toSorted());
    }
  });
});
