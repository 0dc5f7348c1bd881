/**
 * The dialect kit: one schema for SQLite (default) and PostgreSQL. It picks its builders once, at load, from the
 * environment, and is typed as PostgreSQL, so that SQLite-only calls (`.all()`, `.get()`) do not compile and
 * PostgreSQL-only calls fail in the default test run.
 */
import { type SQL, sql } from "drizzle-orm";
import type { BuildExtraConfigColumns } from "drizzle-orm/column-builder";
import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";

export type Dialect = "sqlite" | "postgres";

/** The dialect of this process: PostgreSQL when `DATABASE_URL` names it or a test asks for it, else SQLite. */
export const dialect: Dialect =
  process.env["ATTEST_TEST_DIALECT"] === "postgres" ||
  process.env["ATTEST_DIALECT"] === "postgres" ||
  /^(postgres|postgresql|pglite):/.test(process.env["DATABASE_URL"] ?? "")
    ? "postgres"
    : "sqlite";

type Columns = Record<string, pg.PgColumnBuilderBase>;
type Values = readonly [string, ...string[]];

const pgKit = {
  table: pg.pgTable,
  text: (name: string) => pg.text(name),
  integer: (name: string) => pg.integer(name),
  /** 64 bits as a JavaScript number: sizes, sequence numbers. */
  bigint: (name: string) => pg.bigint(name, { mode: "number" }),
  boolean: (name: string) => pg.boolean(name),
  /** An instant: milliseconds since 1970-01-01T00:00Z. */
  instant: (name: string) => pg.bigint(name, { mode: "number" }),
  json: <T>(name: string) => pg.jsonb(name).$type<T>(),
  oneOf: <const V extends Values>(name: string, values: V) =>
    pg.text(name, { enum: values as unknown as [V[number], ...V[number][]] }),
  index: pg.index,
  unique: pg.unique,
  uniqueIndex: pg.uniqueIndex,
  check: pg.check,
  foreignKey: pg.foreignKey,
};

const liteKit = {
  table: lite.sqliteTable,
  text: (name: string) => lite.text(name),
  integer: (name: string) => lite.integer(name),
  bigint: (name: string) => lite.integer(name),
  boolean: (name: string) => lite.integer(name, { mode: "boolean" }),
  instant: (name: string) => lite.integer(name),
  json: (name: string) => lite.text(name, { mode: "json" }),
  oneOf: (name: string, values: Values) => lite.text(name, { enum: values as [string, ...string[]] }),
  index: lite.index,
  unique: lite.unique,
  uniqueIndex: lite.uniqueIndex,
  check: lite.check,
  foreignKey: lite.foreignKey,
};

/** The one cast of the schema: both kits are called with the same arguments and their columns hold the same values. */
const kit = (dialect === "postgres" ? pgKit : (liteKit as unknown)) as typeof pgKit;

export const {
  text,
  integer,
  bigint,
  boolean,
  instant,
  json,
  oneOf,
  index,
  unique,
  uniqueIndex,
  check,
  foreignKey,
} = kit;

type Extras<N extends string, C extends Columns> = (
  columns: BuildExtraConfigColumns<N, C, "pg">,
) => pg.PgTableExtraConfigValue[];

/**
 * Declares a table. Every `oneOf` column gets a CHECK, so the database refuses an unknown value on both dialects.
 * @param name plural, snake_case
 * @param columns built with this kit
 * @param extras further indexes, foreign keys and checks
 */
export function table<const N extends string, C extends Columns>(name: N, columns: C, extras?: Extras<N, C>) {
  return kit.table(name, columns, (built) => [
    ...oneOfChecks(name, columns, built as Record<string, pg.PgColumn>),
    ...(extras?.(built) ?? []),
  ]);
}

function oneOfChecks(name: string, columns: Columns, built: Record<string, pg.PgColumn>) {
  return Object.keys(columns).flatMap((key) => {
    const column = built[key];
    const values = enumValuesOf(columns[key]);
    if (!column || !values || values.length === 0) return [];
    const list = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ");
    const condition: SQL = sql`${column} in (${sql.raw(list)})`;
    return [kit.check(`${name}_${column.name}_one_of`, condition)];
  });
}

/** Guarantee: drizzle keeps a text builder's `enum` in its config on both dialects (the built column does not on PostgreSQL). */
function enumValuesOf(builder: unknown): string[] | undefined {
  return (builder as { config?: { enumValues?: string[] } }).config?.enumValues;
}

/** A second name for a table in one question. It works on tables of both dialects: it only renames. */
export const { alias } = pg;
