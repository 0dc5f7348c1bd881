/**
 * Verifies the rows: the last trace of each row in the log must be the trace of the row as it is now, every row must
 * have one, and every traced row must be there. So a row that was changed, added or removed past the commands is named.
 */
import { setImmediate as breathe } from "node:timers/promises";
import { and, asc, eq, getTableColumns, getTableName, gt, is, lte, sql, Table } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { projections } from "#db/projections.ts";
import * as schema from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { type Row, traceOf, type VersionedTable } from "#lib/core/writer.ts";
import type { Keys } from "#lib/platform/keys.ts";
import type { RowFault } from "./vocabulary.ts";

const SLICE = 500;

/** A row that is not as the log says. */
export interface BadRow {
  table: string;
  id: string;
  why: RowFault;
}

export interface RowsHold {
  ok: true;
  tables: number;
  rows: number;
}

export interface RowsDiffer {
  ok: false;
  /** The first of them, in the order of tables and ids. */
  bad: BadRow[];
  /** How many there are in all. */
  badCount: number;
}

export type RowsResult = RowsHold | RowsDiffer;

const BAD_SHOWN_MAX = 100;

/** The last trace of every row, gathered from events: one entry a row in memory (about 300 bytes). */
export interface LastTraces {
  note(traces: readonly string[] | undefined): void;
  of(table: string): Map<string, string>;
}

export function lastTraces(): LastTraces {
  const byTable = new Map<string, Map<string, string>>();
  const of = (table: string) => {
    const known = byTable.get(table) ?? new Map<string, string>();
    byTable.set(table, known);
    return known;
  };
  return {
    of,
    note(traces) {
      for (const trace of traces ?? []) {
        const [table = "", id = "", version = ""] = trace.split(":");
        const known = of(table).get(id);
        // A nested command's entry comes before its parent's, so the highest version is the last, not the latest seen.
        if (known === undefined || Number(version) >= versionIn(known)) of(table).set(id, trace);
      }
    },
  };
}

const versionIn = (trace: string) => Number(trace.split(":")[2]);

/** Every table whose rows events trace. */
export function tracedTables(): VersionedTable[] {
  const tables = Object.values<unknown>(schema).filter(isTable);
  return Object.keys(projections)
    .toSorted()
    .flatMap((name) => tables.filter((one) => getTableName(one) === name));
}

/** Guarantee: `db/projections.ts` lists exactly the tables with an id and a row version (a test compares them). */
function isTable(value: unknown): value is VersionedTable {
  return is(value, Table);
}

/**
 * Compares every row with its last trace.
 * @param catchUp brings the traces up to date: others may go on working meanwhile
 */
export async function verifyRows(
  read: Reader,
  keys: Keys,
  traces: LastTraces,
  catchUp: () => Promise<void>,
): Promise<RowsResult> {
  const suspects: { table: VersionedTable; id: string }[] = [];
  let rows = 0;
  const tables = tracedTables();
  for (const table of tables) {
    const expected = traces.of(getTableName(table));
    const seen = new Set<string>();
    for await (const { id, trace } of tracesOf(read, keys, table)) {
      rows += 1;
      if (expected.get(id) !== trace || seen.has(id)) suspects.push({ table, id });
      seen.add(id);
    }
    for (const id of expected.keys()) if (!seen.has(id)) suspects.push({ table, id });
  }
  const bad: BadRow[] = [];
  for (const { table, id } of suspects) {
    const why = await faultOf(read, keys, table, id, traces, catchUp);
    if (why) bad.push({ table: getTableName(table), id, why });
  }
  if (bad.length === 0) return { ok: true, tables: tables.length, rows };
  return { ok: false, bad: bad.slice(0, BAD_SHOWN_MAX), badCount: bad.length };
}

/**
 * Looks at one row again. A row and its event are committed together, and the log is read after the row: so a row newer
 * than the log says has no event, and one older than the log says is looked at again, as it may just have been written.
 */
async function faultOf(
  read: Reader,
  keys: Keys,
  table: VersionedTable,
  id: string,
  traces: LastTraces,
  catchUp: () => Promise<void>,
): Promise<RowFault | null> {
  for (let earlier: string | undefined; ;) {
    const found = await selectIds(read, table, id);
    const now = await traceNow(read, keys, table, id);
    await catchUp();
    const expected = traces.of(getTableName(table)).get(id);
    if (found.length > 1) return "inserted";
    if (expected === undefined) return found.length === 0 ? null : "inserted";
    if (now === expected) return null;
    if (found[0] && found[0].version >= versionIn(expected)) return "changed";
    if (expected === earlier) return found[0] ? "changed" : "deleted";
    earlier = expected;
  }
}

/** Trace of every row, by id. A row that cannot even be read (a broken value put in from outside) has none. */
async function* tracesOf(
  read: Reader,
  keys: Keys,
  table: VersionedTable,
): AsyncGenerator<{ id: string; trace: string | null }> {
  for (let after: string | null = null; ;) {
    const ids = await selectIdsAfter(read, table, after);
    const last = ids.at(-1);
    if (!last) return;
    const whole = await selectBetween(read, table, after, last.id).catch(() => null);
    if (whole) yield* whole.map((row) => ({ id: row.id, trace: maybeTrace(keys, table, row) }));
    else for (const { id } of ids) yield { id, trace: await traceNow(read, keys, table, id) };
    if (ids.length < SLICE) return;
    after = last.id;
    await breathe();
  }
}

async function traceNow(read: Reader, keys: Keys, table: VersionedTable, id: string): Promise<string | null> {
  const [row] = await selectRow(read, table, id).catch(() => []);
  return row ? maybeTrace(keys, table, row) : null;
}

function maybeTrace(keys: Keys, table: VersionedTable, row: Row<VersionedTable>): string | null {
  try {
    return traceOf(keys, table, row);
  } catch {
    return null;
  }
}

async function selectIdsAfter(read: Reader, table: VersionedTable, after: string | null) {
  const where = after === null ? undefined : gt(table.id, after);
  return selectKeys(read, table).where(where).orderBy(asc(table.id)).limit(SLICE);
}

async function selectIds(read: Reader, table: VersionedTable, id: string) {
  return selectKeys(read, table).where(eq(table.id, id)).limit(2);
}

function selectKeys(read: Reader, table: VersionedTable) {
  return read.select({ id: idOf(table), version: versionOf(table) }).from(table as PgTable);
}

// Guarantee of the functions below: every traced table has a text id and a whole row version, and a row comes with all
// its columns; drizzle's builders lose their types over a generic table.
const idOf = (table: VersionedTable) => sql<string>`${table.id}`;
const versionOf = (table: VersionedTable) => sql<number>`${table.version}`;

function selectBetween(read: Reader, table: VersionedTable, after: string | null, last: string) {
  return read
    .select(getTableColumns(table))
    .from(table as PgTable)
    .where(and(after === null ? undefined : gt(table.id, after), lte(table.id, last)))
    .orderBy(asc(table.id)) as unknown as Promise<Row<VersionedTable>[]>;
}

function selectRow(read: Reader, table: VersionedTable, id: string) {
  return read
    .select(getTableColumns(table))
    .from(table as PgTable)
    .where(eq(table.id, id)) as unknown as Promise<Row<VersionedTable>[]>;
}
