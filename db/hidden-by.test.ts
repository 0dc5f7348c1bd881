import { getTableColumns, getTableName, is } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, it } from "vitest";
import { hiddenBy, hidingColumns, neverHidden } from "./hidden-by.ts";
import * as schema from "./schema/index.ts";

const isOfCase = (one: unknown): one is PgTable => is(one, SQLiteTable) && "caseId" in getTableColumns(one);

it("thinks of every table of a case", () => {
  const ofCases = Object.values<unknown>(schema).filter(isOfCase);
  const names = ofCases.map((one) => getTableName(one));
  expect(names.filter((name) => name in hiddenBy === name in neverHidden)).toEqual([]);
  for (const one of ofCases) {
    const name = getTableName(one);
    expect(hidingColumns(one), name).toHaveLength(hiddenBy[name]?.length ?? 0);
  }
  expect(Object.keys({ ...hiddenBy, ...neverHidden }).filter((name) => !names.includes(name))).toEqual([]);
});
