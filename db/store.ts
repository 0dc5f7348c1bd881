/**
 * The only file that knows a driver. `read` cannot write; `transact` is the only way to write, one transaction at a
 * time. On SQLite: one writing connection behind a queue, one read-only connection. On PostgreSQL: a pool for reading
 * (`default_transaction_read_only`), and an advisory lock that makes one writer, as on SQLite.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as pause } from "node:timers/promises";
import type Database from "better-sqlite3";
import { type SQL, sql } from "drizzle-orm";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { FileKey } from "./cipher.ts";
import { isBusy } from "./errors.ts";
import { writeQueue } from "./group-commit.ts";
import {
  type InsertRow,
  type InsertRows,
  insertBySqlite,
  insertManyBy,
  insertManyThroughBuilder,
  insertThroughBuilder,
} from "./insert-row.ts";
import { type Leaving, nothingLeft } from "./leaving.ts";
import { type Keep, keepingStatements, shelfOf } from "./kept.ts";
import { openSqliteConnection } from "./sqlite-connection.ts";

type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;
type Raw = { raw<T extends Record<string, unknown>>(statement: SQL): Promise<T[]> };
type Selecting = Pick<Db, "select">;
type Writing = Pick<Db, "insert" | "update">;

/** What a query gets: it can select, nothing else. */
export type Reader = Pick<Db, "select" | "selectDistinct" | "$count" | "$with" | "with"> &
  Raw & {
    /** A statement that is asked often: built once a connection, not once a use. */
    kept: Keep<Selecting>;
  };
/** What the machinery of writing gets inside `transact`. */
export type Tx = Reader &
  Pick<Db, "insert" | "update" | "delete"> & {
    /** The same for writing. */
    keptWrite: Keep<Writing>;
    insertRow: InsertRow;
    insertRows: InsertRows;
  } & Leaving<Tx>;

export interface Store {
  readonly read: Reader;
  /**
   * Runs `work` in one immediate transaction; commits when it resolves, rolls back when it throws.
   * `tx` is dead afterwards. Nothing slow (network, hashing, files) may be awaited inside: the writer waits for it.
   * `alone` is for work that writes much: on SQLite it shares its commit with nobody.
   * @throws Error when called inside another `transact`
   */
  transact<T>(work: (tx: Tx) => Promise<T>, options?: { alone?: boolean }): Promise<T>;
  /**
   * Writes what is in the log of writes into the file and empties that, so that neither holds what was overwritten. PostgreSQL
   * looks after its own.
   * @returns false while others use it
   */
  emptyLog(): boolean;
  close(): Promise<void>;
}

const inside = new AsyncLocalStorage<true>();
const LOCK_WAIT_MS_MAX = 30_000;
const WRITER_LOCK = 7_216_009; // any constant: every writing process takes the same advisory lock

/**
 * Opens the store for a database address.
 * @param url `file:<path>` (SQLite), `postgres://…`, or `pglite:<folder>`
 * @param fileKey of a SQLite file; the others have none
 * @throws WrongFileKey
 */
export async function openStore(url: string, fileKey: FileKey): Promise<Store> {
  if (url.startsWith("file:")) return openSqlite(url.slice("file:".length), fileKey);
  if (url.startsWith("pglite:")) {
    const { PGlite } = await import("@electric-sql/pglite");
    return openPglite(new PGlite(url.slice("pglite:".length) || undefined));
  }
  return openPostgres(url);
}

/** Opens a database for looking only, beside the program that uses it: a SQLite file is opened read-only. */
export async function openReader(
  url: string,
  fileKey: FileKey,
): Promise<{ read: Reader; close(): Promise<void> }> {
  if (!url.startsWith("file:")) return openStore(url, fileKey);
  const connection = openSqliteConnection(url.slice("file:".length), { readonly: true, key: fileKey });
  return {
    read: readerOver(connection),
    async close() {
      connection.close();
    },
  };
}

/** Reads by a SQLite connection that is open, and sees what a transaction on it has changed. */
export function readerOver(connection: Database.Database): Reader {
  const db = drizzleSqlite(connection);
  return asReader(db, sqliteRows(db), shelfOf<Selecting>(asDb(db)));
}

export function openSqlite(path: string, key: FileKey): Store {
  const writing = keepingStatements(openSqliteConnection(path, { readonly: false, key }));
  const reading = keepingStatements(openSqliteConnection(path, { readonly: true, key }));
  const reader = drizzleSqlite(reading);
  const writer = drizzleSqlite(writing);
  const insertRow = insertBySqlite(writing);
  const hands = {
    kept: shelfOf<Selecting>(asDb(writer)),
    keptWrite: shelfOf<Writing>(asDb(writer)),
    insertRow,
    insertRows: insertManyBy(insertRow),
  };
  const hand = asWriter(writer, sqliteRows(writer), hands);
  const queue = writeQueue(writing, () => beginImmediate(writing));

  return {
    read: asReader(reader, sqliteRows(reader), shelfOf<Selecting>(asDb(reader))),
    transact<T>(work: (tx: Tx) => Promise<T>, { alone = false } = {}): Promise<T> {
      refuseNesting();
      const left = nothingLeft<Tx>();
      // Whoever opens the transaction runs the work of others too: each in the context in which it was asked for.
      const inContext = AsyncLocalStorage.snapshot();
      const open = <R>(part: (tx: Tx) => Promise<R>) =>
        inContext(lend<R>, { ...hand, ...left.leaving }, part);
      return queue.run({
        alone,
        work: () => open(work),
        finish: async () => {
          if (left.forTheEnd()) await open(left.end);
        },
        undo: left.undo,
      });
    },
    emptyLog() {
      // By a connection of its own: what the writer has open is none of its business.
      const aside = openSqliteConnection(path, { readonly: false, key });
      try {
        const [state] = aside.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
        return state?.busy === 0;
      } finally {
        aside.close();
      }
    },
    async close() {
      await queue.idle();
      reading.close();
      writing.close();
    },
  };
}

/** Lends a transaction to some work, and no longer than that. */
async function lend<R>(tx: Tx, work: (tx: Tx) => Promise<R>): Promise<R> {
  const { proxy, revoke } = Proxy.revocable(tx, {});
  try {
    return await inside.run(true, () => work(proxy));
  } finally {
    revoke();
  }
}

async function beginImmediate(connection: Database.Database): Promise<void> {
  for (let waitedMs = 0, stepMs = 2; ; waitedMs += stepMs, stepMs = Math.min(stepMs * 2, 100)) {
    try {
      connection.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!isBusy(error) || waitedMs > LOCK_WAIT_MS_MAX) throw error;
      await pause(stepMs);
    }
  }
}

async function openPostgres(url: string): Promise<Store> {
  const { Pool } = await import("pg");
  const { drizzle } = await import("drizzle-orm/node-postgres");
  const reading = new Pool({ connectionString: url, options: "-c default_transaction_read_only=on" });
  const writing = new Pool({ connectionString: url, max: 4 });
  const reader = asDb(drizzle(reading));
  const writer = asDb(drizzle(writing));
  return {
    read: asReader(reader, pgRows(reader), shelfOf<Selecting>(reader)),
    transact: (work) => transactOnPostgres(writer, work),
    emptyLog: () => true,
    async close() {
      await Promise.all([reading.end(), writing.end()]);
    },
  };
}

/** A PostgreSQL in this process, for tests and trials. It has one connection, so reading is fenced by the type and a wrapper. */
export async function openPglite(client: import("@electric-sql/pglite").PGlite): Promise<Store> {
  const { drizzle } = await import("drizzle-orm/pglite");
  const db = asDb(drizzle(client));
  return {
    read: asReader(db, pgRows(db), shelfOf<Selecting>(db)),
    transact: (work) => transactOnPostgres(db, work),
    emptyLog: () => true,
    close: () => client.close(),
  };
}

async function transactOnPostgres<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  refuseNesting();
  const left = nothingLeft<Tx>();
  const transaction = db.transaction(async (open) => {
    await open.execute(sql`select pg_advisory_xact_lock(${WRITER_LOCK})`);
    return lend({ ...asWriter(open, pgRows(open), handsOn(open)), ...left.leaving }, async (tx) => {
      const answer = await work(tx);
      await left.end(tx);
      return answer;
    });
  });
  try {
    return await transaction;
  } catch (error) {
    left.undo();
    throw error;
  }
}

function refuseNesting(): void {
  if (inside.getStore()) throw new Error("transact() inside transact(): nest commands with ctx.run instead.");
}

/** Guarantee: drizzle's drivers answer the same builder calls; only this file ever sees their own types. */
function asDb(db: unknown): Db {
  return db as Db;
}

function asReader(db: unknown, raw: Raw["raw"], kept: Keep<Selecting>): Reader {
  const { select, selectDistinct, $count, $with, with: withCte } = bound(asDb(db));
  return { select, selectDistinct, $count, $with, with: withCte, raw, kept };
}

/** What a connection writes with, beside the builders. */
type Hands = Pick<Tx, "kept" | "keptWrite" | "insertRow" | "insertRows">;

/** On PostgreSQL a transaction has a session of its own, and statements are built anew in each. */
const handsOn = (open: Db): Hands => ({
  kept: shelfOf<Selecting>(open),
  keptWrite: shelfOf<Writing>(open),
  insertRow: insertThroughBuilder(open),
  insertRows: insertManyThroughBuilder(open),
});

function asWriter(db: unknown, raw: Raw["raw"], hands: Hands): Omit<Tx, keyof Leaving<Tx>> {
  const { insert, update, delete: remove } = bound(asDb(db));
  return { ...asReader(db, raw, hands.kept), ...hands, insert, update, delete: remove };
}

function bound(db: Db): Db {
  return new Proxy(db, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      return typeof member === "function" ? (member.bind(target) as unknown) : member;
    },
  });
}

function sqliteRows(db: { all<T>(query: SQL): T[] }): Raw["raw"] {
  return (statement) => Promise.resolve(db.all(statement));
}

function pgRows(db: Db): Raw["raw"] {
  return async (statement) => {
    const result: unknown = await db.execute(statement);
    return (result as { rows: never[] }).rows;
  };
}
