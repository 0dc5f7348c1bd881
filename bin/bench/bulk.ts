/**
 * Puts many rows into a database of the bench, past the commands: each row as the schema describes it, each with its
 * trace in an event of the chain, so that the whole still verifies. For the bench alone: in use, every write is a command.
 */
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { auditEvents } from "#db/schema/index.ts";
import { openSqliteConnection } from "#db/store.ts";
import { encodeEvent, leafOf } from "#lib/core/audit-event.ts";
import { traceOf, type VersionedTable } from "#lib/core/writer.ts";
import type { Keys } from "#lib/platform/keys.ts";

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
  /** Commits what was added so far and goes on. */
  flush(): void;
  /** Ends: the guards are put back, references are checked. @throws Error when one points to nothing */
  close(): void;
}

type Connection = ReturnType<typeof openSqliteConnection>;
type Value = string | number | bigint | null;

/**
 * Opens a migrated database for filling.
 * @param path the SQLite file; nothing else may have it open
 * @param apartMs how far apart two events are, in milliseconds
 */
export function openBulk(path: string, keys: Keys, apartMs: number): Bulk {
  const connection = openSqliteConnection(path, { readonly: false });
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
  connection.exec("BEGIN IMMEDIATE");
  const saveHead = () =>
    connection.prepare("update audit_head set seq = ?, leaf = ?, at = ?").run(head.seq, head.leaf, head.at);
  return {
    add(table, row) {
      const whole = { ...row, version: 1 };
      insert(table, whole);
      traces.push(traceOf(keys, table, whole as never));
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
    flush() {
      saveHead();
      connection.exec("COMMIT; BEGIN IMMEDIATE");
    },
    close() {
      saveHead();
      connection.exec("COMMIT");
      putGuardsBack();
      const lost = connection.pragma("foreign_key_check") as unknown[];
      if (lost.length > 0) throw new Error(`${lost.length} invented rows point to nothing`);
      connection.pragma("wal_checkpoint(TRUNCATE)");
      connection.close();
    },
  };
}

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
