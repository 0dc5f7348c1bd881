import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dialect } from "../columns.ts";
import { migrate, migratePglite } from "../migrate.ts";
import { openPglite, openSqlite, type Store } from "../store.ts";

export interface FreshStore {
  store: Store;
  /** A folder of its own for keys and files; gone after `close`. */
  folder: string;
  /** Path of the SQLite file; null on PostgreSQL. */
  path: string | null;
  /** Runs SQL as someone who holds the file, past every command. */
  directSql(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** A migrated, empty database of this run's dialect, in a folder of its own: a temp file, as two connections need one. */
export async function freshStore(): Promise<FreshStore> {
  const folder = mkdtempSync(join(tmpdir(), "attest-test-"));
  return dialect === "postgres" ? freshPglite(folder) : freshSqlite(folder);
}

let sqliteTemplate: string | null = null;

async function freshSqlite(folder: string): Promise<FreshStore> {
  if (!sqliteTemplate) {
    const path = join(mkdtempSync(join(tmpdir(), "attest-template-")), "template.sqlite");
    await migrate(`file:${path}`);
    sqliteTemplate = path;
  }
  const path = join(folder, "attest.sqlite");
  copyFileSync(sqliteTemplate, path);
  const store = openSqlite(path);
  return {
    store,
    folder,
    path,
    async directSql(sql) {
      const { openSqliteConnection } = await import("../store.ts");
      const connection = openSqliteConnection(path, { readonly: false });
      try {
        connection.exec(sql);
      } finally {
        connection.close();
      }
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Pglite = import("@electric-sql/pglite").PGlite;
let pgTemplate: Promise<Pglite> | null = null;

async function freshPglite(folder: string): Promise<FreshStore> {
  pgTemplate ??= (async () => {
    const { PGlite } = await import("@electric-sql/pglite");
    const client = new PGlite();
    await migratePglite(client);
    return client;
  })();
  const client = (await (await pgTemplate).clone()) as Pglite;
  const store = await openPglite(client);
  return {
    store,
    folder,
    path: null,
    async directSql(sql) {
      await client.exec(sql);
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
