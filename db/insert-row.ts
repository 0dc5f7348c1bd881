/** Inserting one whole row. */
import type Database from "better-sqlite3";
import { Column, getTableColumns, getTableName } from "drizzle-orm";
import type { AnyPgColumn, PgDatabase, PgInsertValue, PgQueryResultHKT, PgTable } from "drizzle-orm/pg-core";

/**
 * Inserts a row; every column that it does not name is null.
 * @param passOver a column: a row whose value there is taken is passed over instead of being an error
 * @returns the row as it is stored, or null when it was passed over
 */
export type InsertRow = <T extends PgTable>(
  table: T,
  row: T["$inferInsert"],
  passOver?: AnyPgColumn,
) => Promise<Record<string, unknown> | null>;

/** Inserts many rows. Only on PostgreSQL may a value be an expression. */
export type InsertRows = <T extends PgTable>(table: T, rows: readonly PgInsertValue<T>[]) => Promise<void>;

/** Through drizzle's builder, for PostgreSQL. */
export const insertThroughBuilder =
  (db: PgDatabase<PgQueryResultHKT, Record<string, never>>): InsertRow =>
  async (table, row, passOver) => {
    const insert = db.insert(table).values(row);
    const [stored] = await (passOver ? insert.onConflictDoNothing({ target: passOver }) : insert).returning();
    return stored ?? null;
  };

/** A statement holds a bounded number of values, on PostgreSQL 65,535. */
const ROWS_AT_ONCE = 500;

/** Many rows a statement, for PostgreSQL: each statement goes to the server and back. */
export const insertManyThroughBuilder =
  (db: PgDatabase<PgQueryResultHKT, Record<string, never>>): InsertRows =>
  async (table, rows) => {
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
      await db.insert(table).values(rows.slice(at, at + ROWS_AT_ONCE));
  };

/** One after the other, for SQLite: a statement that is made once costs less than building a large one. */
export const insertManyBy =
  (insertRow: InsertRow): InsertRows =>
  async (table, rows) => {
    for (const row of rows) await insertRow(table, row as never);
  };

type Value = string | number | bigint | null;
type Insert = (row: object) => Record<string, unknown> | null;

/** By a statement made once a table: what goes in is known, so that nothing needs to be read back. */
export function insertBySqlite(connection: Database.Database): InsertRow {
  const made = new Map<string, Insert>();
  return async (table, row, passOver) => {
    const key = `${getTableName(table)} ${passOver?.name ?? ""}`;
    const insert = made.get(key) ?? insertInto(connection, table, passOver);
    made.set(key, insert);
    return insert(row);
  };
}

function insertInto(
  connection: Database.Database,
  table: PgTable,
  passOver: AnyPgColumn | undefined,
): Insert {
  const columns = Object.entries(getTableColumns(table)).map(([property, column]) => ({
    property,
    column,
    isPlain: isPlain(column),
  }));
  const names = columns.map(({ column: { name } }) => `"${name}"`).join(", ");
  const marks = columns.map(() => "?").join(", ");
  const passing = passOver ? ` on conflict ("${passOver.name}") do nothing` : "";
  const statement = connection.prepare(
    `insert into "${getTableName(table)}" (${names}) values (${marks})${passing}`,
  );
  return (row) => {
    const stored: Record<string, unknown> = {};
    const values: Value[] = [];
    for (const { property, column, isPlain } of columns) {
      const given: unknown = Reflect.get(row, property) ?? null;
      const value = (given === null || isPlain ? given : column.mapToDriverValue(given)) as Value;
      values.push(value);
      stored[property] = value === null || isPlain ? value : column.mapFromDriverValue(value);
    }
    return statement.run(...values).changes === 0 ? null : stored;
  };
}

/** Of most columns, values are stored as they are. */
const isPlain = (column: AnyPgColumn): boolean =>
  column.mapToDriverValue === Column.prototype.mapToDriverValue &&
  column.mapFromDriverValue === Column.prototype.mapFromDriverValue;
