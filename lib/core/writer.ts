/**
 * What a command writes with. Every row goes through here, so that none is written without its trace in the event and
 * no update goes past compare-and-set.
 */
import { and, eq, getTableColumns, getTableName } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import canonicalize from "canonicalize";
import { currentProjection } from "#db/projections.ts";
import { compartmentMarks } from "#db/schema/index.ts";
import type { Tx } from "#db/store.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { type Decided, inherit, type MarkContext, type Placed, settle } from "./compartments.ts";
import { anotherCode } from "./ids.ts";
import { Conflict } from "./refusals.ts";
import type { SearchSync } from "./search-sync.ts";

/** A table whose rows have an id and a row version: all but the bookkeeping. */
export type VersionedTable = PgTable & {
  id: AnyPgColumn;
  version: AnyPgColumn;
  $inferInsert: object;
  $inferSelect: object;
};
export type Row<T extends VersionedTable> = T["$inferSelect"] & { id: string; version: number };

export interface Writer {
  /** Inserts a row as version 1; a code that is taken already is exchanged for another of its prefix. */
  insert<T extends VersionedTable>(table: T, values: Omit<T["$inferInsert"], "version">): Promise<Row<T>>;
  /**
   * Changes a row if it is still at `version`, and makes it the next one.
   * @throws Conflict `stale` with the stored values of the fields to be changed
   */
  amend<T extends VersionedTable>(
    table: T,
    id: string,
    version: number,
    changes: Partial<Omit<T["$inferInsert"], "id" | "version">>,
  ): Promise<Row<T>>;
  /** Puts a record into compartments or takes it out of them, and all that rests on it along. */
  place(record: Placed, decided: Decided): Promise<void>;
  /** Traces of the rows written so far: `<table>:<id>:<version>:<projection>:<hmac>`. */
  readonly traces: readonly string[];
}

/**
 * Opens the writer of one command. Nested commands get their own, and share what is to be found by words.
 * @param onWrite told of each table that a row was written to
 * @param now when the command is carried out, in ms since 1970
 */
export function openWriter(
  tx: Tx,
  keys: Keys,
  search: SearchSync,
  onWrite: (table: PgTable) => void,
  now: number,
): Writer {
  const traces: string[] = [];
  const noted = <T extends VersionedTable>(table: T, row: Row<T>, changed: string[] | "all"): Row<T> => {
    traces.push(traceOf(keys, table, row));
    search.note(table, row, changed);
    onWrite(table);
    return row;
  };
  const writer: Writer = {
    traces,
    async insert(table, values) {
      const row = noted(table, await insertWithFreeCode(tx, table, { ...values, version: 1 }), "all");
      await inherit(keeping, table, row, "all");
      return row;
    },
    async amend(table, id, version, changes) {
      const changed = Object.keys(changes);
      const [row] = await updateRow(tx, table, id, version, { ...changes, version: version + 1 });
      if (!row) throw new Conflict("stale", await storedValues(tx, table, id, changed));
      noted(table, row, changed);
      await inherit(keeping, table, row, changed);
      return row;
    },
    place: (record, decided) => settle(keeping, record, decided),
  };
  const keeping: MarkContext = {
    tx,
    search,
    now,
    marks: {
      insert: (mark) => writer.insert(compartmentMarks, mark),
      amend: (id, version, changes) => writer.amend(compartmentMarks, id, version, changes),
    },
  };
  return writer;
}

/** The trace of a row: keyed, so that the log shows that a row changed and never what it says. */
export function traceOf<T extends VersionedTable>(keys: Keys, table: T, row: Row<T>): string {
  const { name, number, covered } = coveredBy(table);
  // RFC 8785: the columns are in its order already, what they hold is for the package.
  const values = covered.map(([column, property]) => {
    const value: unknown = Reflect.get(row, property) ?? null;
    return `${column}:${value === null ? "null" : canonicalize(value)}`;
  });
  const mac = keys.hmac(`row/${name}`, `{${values.join(",")}}`);
  return `${name}:${row.id}:${row.version}:${number}:${mac}`;
}

/** What a trace of a table covers: the names of columns as JSON, sorted, with the properties that hold them. */
interface Covered {
  name: string;
  number: number;
  covered: [column: string, property: string][];
}

const coveredByTable = new WeakMap<VersionedTable, Covered>();

function coveredBy(table: VersionedTable): Covered {
  const known = coveredByTable.get(table);
  if (known) return known;
  const name = getTableName(table);
  const projection = currentProjection(name);
  const properties = new Map(
    Object.entries(getTableColumns(table)).map(([property, column]) => [column.name, property]),
  );
  const covered = projection.columns
    .toSorted()
    .map((column): [string, string] => [JSON.stringify(column), properties.get(column) ?? ""]);
  const made = { name, number: projection.number, covered };
  coveredByTable.set(table, made);
  return made;
}

/** Tries of a random code. One in 33 million for each record that is there: ten would need a table near full. */
const CODE_TRIES_MAX = 10;

async function insertWithFreeCode<T extends VersionedTable>(tx: Tx, table: T, values: object) {
  let row: Row<T> | null = null;
  let coded: { code?: unknown } = values;
  for (let tries = 0; !row && tries < CODE_TRIES_MAX; tries++) {
    row = await insertRow(tx, table, coded);
    if (typeof coded.code === "string") coded = { ...coded, code: anotherCode(coded.code) };
  }
  if (!row) throw new Error(`no row came back from ${getTableName(table)}`);
  return row;
}

async function storedValues<T extends VersionedTable>(tx: Tx, table: T, id: string, fields: string[]) {
  const [row] = await selectRow(tx, table, id);
  if (!row) throw new Conflict("stale");
  return {
    current: Object.fromEntries(fields.map((field) => [field, Reflect.get(row, field)])),
    version: row.version,
  };
}

// Guarantee of the three functions below: drizzle's builders lose their types over a generic table; the values come in
// typed by `Writer` and a row goes out with all its columns.
async function insertRow<T extends VersionedTable>(tx: Tx, table: T, values: object) {
  // Only a taken code is passed over; any other duplicate is still an error.
  const stored = await tx.insertRow(table, values as never, getTableColumns(table)["code"]);
  return stored as Row<T> | null;
}

function updateRow<T extends VersionedTable>(tx: Tx, table: T, id: string, version: number, changes: object) {
  return tx
    .update(table)
    .set(changes as never)
    .where(and(eq(table.id, id), eq(table.version, version)))
    .returning() as unknown as Promise<Row<T>[]>;
}

function selectRow<T extends VersionedTable>(tx: Tx, table: T, id: string) {
  return tx
    .select()
    .from(table as PgTable)
    .where(eq(table.id, id)) as unknown as Promise<Row<T>[]>;
}
