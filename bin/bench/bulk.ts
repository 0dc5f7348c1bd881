/**
 * Puts many rows into a database of the bench, past the commands: each row as the schema describes it, each with its
 * trace in an event of the chain, so that the whole still verifies. For the bench alone: in use, every write is a command.
 */
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { auditEvents, searchProgress } from "#db/schema/index.ts";
import { searchableOf, searchables } from "#db/searchable.ts";
import { type Entry, putEntries } from "#db/search-index.ts";
import { openSqliteConnection } from "#db/sqlite-connection.ts";
import type { Store } from "#db/store.ts";
import { encodeEvent, leafOf } from "#lib/core/audit-event.ts";
import { FOLDING_VERSION } from "#lib/core/folding.ts";
import { entriesOf } from "#lib/core/search-sync.ts";
import { traceOf, type VersionedTable } from "#lib/core/writer.ts";
import type { Installation } from "#lib/core/installation.ts";

/** What an event says beside its rows. */
interface Said {
  act: string;
  actor: string;
  requestId: string;
  caseId: string;
  object?: { id: string; version: number };
}

export interface Bulk {
  /** Inserts a row as version 1 and keeps its trace for the next event. */
  add<T extends VersionedTable>(table: T, row: Omit<T["$inferInsert"], "version"> & { id: string }): void;
  /** Appends an event with the traces of the rows added since the one before. */
  event(said: Said): void;
  /** Commits what was added so far, puts its words into the index, and goes on. */
  flush(): Promise<void>;
  /** Ends: the guards are put back, references are checked. @throws Error when one points to nothing */
  close(): Promise<void>;
}

type Opened = Pick<Installation, "keys" | "fileKey">;
type Connection = ReturnType<typeof openSqliteConnection>;
type Value = string | number | bigint | null;

/**
 * Opens a migrated database for filling.
 * @param path the SQLite file
 * @param store the same, for the index of words, which is written by the program's own functions
 * @param apartMs how far apart two events are, in milliseconds
 */
export function openBulk(path: string, store: Store, { keys, fileKey }: Opened, apartMs: number): Bulk {
  const connection = openSqliteConnection(path, { readonly: false, key: fileKey });
  for (const setting of ["foreign_keys = OFF", "synchronous = OFF", "cache_size = -2000000"])
    connection.pragma(setting);
  const putGuardsBack = takeGuardsOff(connection);
  const inserts = new Map<PgTable, (row: object) => void>();
  const insert = (table: PgTable, row: object): void => {
    const known = inserts.get(table) ?? insertInto(connection, table);
    inserts.set(table, known);
    known(row);
  };
  const head = headOf(connection);
  let traces: string[] = [];
  let entries: Entry[] = [];
  connection.exec("BEGIN IMMEDIATE");
  const saveHead = () =>
    connection.prepare("update audit_head set seq = ?, leaf = ?, at = ?").run(head.seq, head.leaf, head.at);
  const commit = async () => {
    saveHead();
    connection.exec("COMMIT");
    const put = entries;
    entries = [];
    await store.transact((tx) => putEntries(tx, put, true));
  };
  return {
    add(table, row) {
      const whole = { ...defaultsOf(table), ...row, version: 1 };
      insert(table, whole);
      traces.push(traceOf(keys, table, whole as never));
      const searchable = searchableOf(table);
      if (searchable !== null) entries.push(...entriesOf(searchable, whole));
    },
    event({ act, actor, requestId, caseId, object }) {
      head.seq += 1;
      head.at += apartMs;
      const body = encodeEvent({
        v: 1,
        log: head.log,
        seq: head.seq,
        prev: head.leaf,
        ts: new Date(head.at).toISOString(),
        act,
        actor,
        dec: "allow",
        req: requestId,
        case: caseId,
        ...(object ? { obj: object.id, obj_v: object.version } : {}),
        rows: traces.toSorted(),
      });
      traces = [];
      head.leaf = leafOf(body);
      const { seq, leaf, at } = head;
      const objectId = object?.id ?? null;
      insert(auditEvents, {
        seq,
        leaf,
        body,
        caseId,
        act,
        actor,
        objectId,
        decision: "allow",
        requestId,
        at,
      });
    },
    async flush() {
      await commit();
      connection.exec("BEGIN IMMEDIATE");
    },
    async close() {
      await commit();
      await store.transact(async (tx) => {
        for (const { table } of searchables) await tx.insert(searchProgress).values(indexed(table));
      });
      putGuardsBack();
      const lost = connection.pragma("foreign_key_check") as unknown[];
      if (lost.length > 0) throw new Error(`${lost.length} invented rows point to nothing`);
      connection.pragma("wal_checkpoint(TRUNCATE)");
      connection.close();
    },
  };
}

/** Says that all rows of a table are in the index, so that the program does not begin with putting them in. */
const indexed = (table: PgTable) => ({
  origin: getTableName(table),
  folding: FOLDING_VERSION,
  afterAt: 0,
  afterId: "",
  done: true,
});

/** Triggers look at each row that comes in; invented rows keep the rules anyhow, and it saves half of the time. */
function takeGuardsOff(connection: Connection): () => void {
  const guards = connection.prepare("select name, sql from sqlite_master where type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of guards) connection.exec(`DROP TRIGGER "${name}"`);
  return () => {
    for (const { sql } of guards) connection.exec(sql);
  };
}

/** What the database gives a row where nothing is said. */
const defaultsOf = (table: PgTable): object =>
  Object.fromEntries(
    Object.entries(getTableColumns(table)).flatMap(([property, column]) =>
      column.default === undefined ? [] : [[property, column.default]],
    ),
  );

function insertInto(connection: Connection, table: PgTable): (row: object) => void {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  const statement = connection.prepare(
    `insert into "${getTableName(table)}" (${names}) values (${columns.map(() => "?").join(", ")})`,
  );
  return (row) => {
    const values = columns.map(([property, column]): Value => {
      const value: unknown = Reflect.get(row, property) ?? null;
      return value === null ? null : (column.mapToDriverValue(value) as Value);
    });
    statement.run(...values);
  };
}

/** The end of the chain. */
interface Head {
  log: string;
  seq: number;
  leaf: string;
  at: number;
}

function headOf(connection: Connection): Head {
  const head = connection.prepare("select log, seq, leaf, at from audit_head").get();
  if (!head) throw new Error("the log of this database was never begun");
  return head as Head;
}
