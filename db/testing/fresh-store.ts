import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { dialect } from "../columns.ts";
import { migrate, migratePglite } from "../migrate.ts";
import { TEST_FILE_KEY } from "./file-key.ts";
import { madeOnce } from "./made-once.ts";
import { openSqliteConnection } from "../sqlite-connection.ts";
import { openPglite, openSqlite, type Reader, readerOver, type Store } from "../store.ts";

export interface FreshStore {
  store: Store;
  /** A folder of its own for keys and files; gone after `close`. */
  folder: string;
  /** Path of the SQLite file; null on PostgreSQL. */
  path: string | null;
  /** Runs SQL as someone who holds the file, past every command. */
  directSql(sql: string): Promise<void>;
  /**
   * Looks at the database as it would be after someone who owns it ran these statements, then gives them up. No trigger and no
   * foreign key is in their way.
   */
  givenUp<T>(statements: readonly string[], look: (read: Reader) => Promise<T>): Promise<T>;
  /** A copy of the database as it is now, with a folder of its own. */
  clone(): Promise<FreshStore>;
  /** Writes the database as it is now to a file, for {@link savedStore}. */
  saveTo(file: string): Promise<void>;
  close(): Promise<void>;
}

type Connection = ReturnType<typeof openSqliteConnection>;
type Pglite = import("@electric-sql/pglite").PGlite;
/** A migrated, empty database of this run's dialect, in a folder of its own: a temp file, as two connections need one. */
export async function freshStore(): Promise<FreshStore> {
  const folder = await madeOnce(`migrated-${dialect}`, async (empty) => {
    const fresh = dialect === "postgres" ? await migratedPglite() : await migratedSqlite();
    await fresh.saveTo(join(empty, "database"));
    await fresh.close();
  });
  return savedStore(join(folder, "database"));
}

/** A copy of the database that {@link FreshStore.saveTo} wrote to a file, in a folder of its own. */
export async function savedStore(file: string): Promise<FreshStore> {
  if (dialect === "postgres") return savedPglite(file);
  const folder = newFolder();
  copyFileSync(file, join(folder, "attest.sqlite"));
  return sqliteAt(folder, join(folder, "attest.sqlite"));
}

const newFolder = () => mkdtempSync(join(tmpdir(), "attest-test-"));
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

async function migratedSqlite(): Promise<FreshStore> {
  const folder = newFolder();
  const path = join(folder, "attest.sqlite");
  await migrate(`file:${path}`, TEST_FILE_KEY);
  return sqliteAt(folder, path);
}

function sqliteAt(folder: string, path: string): FreshStore {
  const store = openSqlite(path, TEST_FILE_KEY);
  const asHolder = <T>(work: (connection: Connection) => T): T => {
    const connection = openSqliteConnection(path, { readonly: false, key: TEST_FILE_KEY });
    try {
      return work(connection);
    } finally {
      connection.close();
    }
  };
  const owner = ownerOf(path);
  return {
    store,
    folder,
    path,
    async directSql(sql) {
      asHolder((connection) => connection.exec(sql));
    },
    async givenUp(statements, look) {
      const connection = owner.connection();
      connection.exec("begin immediate");
      try {
        connection.exec(statements.join(";\n"));
        return await look(readerOver(connection));
      } finally {
        connection.exec("rollback");
      }
    },
    async clone() {
      const copy = newFolder();
      await this.saveTo(join(copy, "attest.sqlite"));
      return sqliteAt(copy, join(copy, "attest.sqlite"));
    },
    async saveTo(file) {
      asHolder((connection) => connection.pragma("wal_checkpoint(TRUNCATE)"));
      copyFileSync(path, file);
    },
    async close() {
      owner.close();
      await store.close();
      remove(folder);
    },
  };
}

/**
 * A copy of a SQLite file without triggers and foreign keys, made anew when the file has changed: to drop the triggers for each
 * look would take as long as to look.
 */
function ownerOf(path: string) {
  let open: { connection: Connection; watch: Connection; version: unknown; folder: string } | null = null;
  const close = () => {
    open?.connection.close();
    open?.watch.close();
    if (open) remove(open.folder);
    open = null;
  };
  const versionBy = (watch: Connection) => watch.pragma("data_version", { simple: true });
  return {
    close,
    connection(): Connection {
      if (open && versionBy(open.watch) === open.version) return open.connection;
      close();
      const folder = newFolder();
      const copy = join(folder, "attest.sqlite");
      const watch = openSqliteConnection(path, { readonly: false, key: TEST_FILE_KEY });
      watch.pragma("wal_checkpoint(TRUNCATE)");
      copyFileSync(path, copy);
      const connection = openSqliteConnection(copy, { readonly: false, key: TEST_FILE_KEY });
      connection.pragma("foreign_keys = off");
      const triggers = connection
        .prepare("select name from sqlite_master where type = 'trigger'")
        .pluck()
        .all();
      connection.exec(
        ["begin", ...triggers.map((name) => `drop trigger ${String(name)}`), "commit"].join(";\n"),
      );
      open = { connection, watch, version: versionBy(watch), folder };
      return connection;
    },
  };
}

// What takes long about starting PostgreSQL in this process is done once: compiling its program, reading the saved databases.
let program: Promise<WebAssembly.Module> | null = null;
const saved = new Map<string, Blob>();

async function savedPglite(file: string): Promise<FreshStore> {
  const { PGlite } = await import("@electric-sql/pglite");
  const loadDataDir = saved.get(file) ?? new Blob([readFileSync(file)]);
  saved.set(file, loadDataDir);
  program ??= WebAssembly.compile(
    readFileSync(new URL("./pglite.wasm", import.meta.resolve("@electric-sql/pglite"))),
  );
  return pgliteOf(new PGlite({ loadDataDir, pgliteWasmModule: await program }));
}

async function migratedPglite(): Promise<FreshStore> {
  const { PGlite } = await import("@electric-sql/pglite");
  const client = new PGlite();
  await migratePglite(client);
  return pgliteOf(client);
}

async function pgliteOf(client: Pglite): Promise<FreshStore> {
  const folder = newFolder();
  const store = await openPglite(client);
  return {
    store,
    folder,
    path: null,
    async directSql(sql) {
      await client.exec(sql);
    },
    givenUp: (statements, look) => seenThenGivenUp(store, statements, look),
    async clone() {
      await client.waitReady; // a copy taken before would wait for ever
      return pgliteOf((await client.clone()) as Pglite);
    },
    async saveTo(file) {
      const dump = await client.dumpDataDir("none");
      writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
    },
    async close() {
      await store.close();
      remove(folder);
    },
  };
}

class GivenUp extends Error {}

async function seenThenGivenUp<T>(
  store: Store,
  statements: readonly string[],
  look: (read: Reader) => Promise<T>,
): Promise<T> {
  const seen: T[] = [];
  try {
    await store.transact(async (tx) => {
      for (const one of ["set local session_replication_role = replica", ...statements])
        await tx.raw(sql.raw(one));
      seen.push(await look(tx));
      throw new GivenUp();
    });
  } catch (error) {
    if (!(error instanceof GivenUp)) throw error;
  }
  return seen[0]!;
}
