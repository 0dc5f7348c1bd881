/**
 * Brings a database to the schema of this program, before anything else opens it.
 *
 * SQLite needs care: a rebuild of a table runs inside a transaction, where `PRAGMA foreign_keys=OFF` does nothing, so
 * a cascade could empty child tables. We therefore open a connection of our own with foreign keys off, copy the file
 * first, check every key afterwards and refuse to start on a finding.
 */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate as migrateSqlite } from "drizzle-orm/better-sqlite3/migrator";
import { type FileKey, mustOpen, setFileKey } from "./cipher.ts";
import { ownFile } from "./own-file.ts";
import type { Reader } from "./store.ts";

/** Where the migrations of both dialects lie. */
const MIGRATIONS = join(process.cwd(), "db", "migrations");

/** The database is damaged or was changed from outside; starting would make it worse. */
export class MigrationRefused extends Error {}

/**
 * Migrates the database at `url` (see `openStore`).
 * @param fileKey of a SQLite file; the others have none
 * @param migrations folder with a folder of migrations for each dialect
 * @returns the path of the copy made before migrating, or null when nothing had to be copied
 * @throws MigrationRefused when foreign keys do not hold afterwards
 * @throws WrongFileKey
 */
export async function migrate(
  url: string,
  fileKey: FileKey,
  migrations = MIGRATIONS,
): Promise<{ backup: string | null }> {
  if (url.startsWith("file:"))
    return migrateSqliteFile(url.slice("file:".length), fileKey, join(migrations, "sqlite"));
  if (url.startsWith("pglite:")) {
    const { PGlite } = await import("@electric-sql/pglite");
    const client = new PGlite(url.slice("pglite:".length) || undefined);
    await migratePglite(client, migrations);
    await client.close();
    return { backup: null };
  }
  const [{ Pool }, { drizzle: drizzlePg }, { migrate: run }] = await Promise.all([
    import("pg"),
    import("drizzle-orm/node-postgres"),
    import("drizzle-orm/node-postgres/migrator"),
  ]);
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    await run(drizzlePg(pool), { migrationsFolder: join(migrations, "postgres") });
  } finally {
    await pool.end();
  }
  return { backup: null };
}

/**
 * How far a database is, without touching it.
 * @returns `done`: migrations that it has had; `known`: migrations that this program has
 */
export async function migrationsOf(
  read: Pick<Reader, "raw">,
  url: string,
  migrations = MIGRATIONS,
): Promise<{ done: number; known: number }> {
  const isSqlite = url.startsWith("file:");
  const done = isSqlite
    ? sql`select count(*) as n from __drizzle_migrations`
    : sql`select count(*) as n from drizzle.__drizzle_migrations`;
  const [row] = await read.raw<{ n: number | string }>(done);
  return { done: Number(row?.n), known: migrationsIn(join(migrations, isSqlite ? "sqlite" : "postgres")) };
}

const migrationsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".sql")).length;

/** Migrates an in-process PostgreSQL. */
export async function migratePglite(
  client: import("@electric-sql/pglite").PGlite,
  migrations = MIGRATIONS,
): Promise<void> {
  const { drizzle: drizzlePg } = await import("drizzle-orm/pglite");
  const { migrate: run } = await import("drizzle-orm/pglite/migrator");
  await run(drizzlePg(client), { migrationsFolder: join(migrations, "postgres") });
}

function migrateSqliteFile(path: string, key: FileKey, folder: string): { backup: string | null } {
  ownFile(path);
  const connection = new Database(path, { timeout: 10_000 });
  try {
    setFileKey(connection, key);
    mustOpen(connection, path);
    connection.pragma("journal_mode = WAL");
    connection.pragma("foreign_keys = OFF");
    if (connection.pragma("foreign_keys", { simple: true }) !== 0) {
      throw new MigrationRefused(
        "Foreign keys could not be switched off for migrating; nothing was changed.",
      );
    }
    mustNotBeNewer(connection, folder);
    const backup = pendingSqlite(connection, folder) ? copyBefore(connection, path) : null;
    migrateSqlite(drizzle(connection), { migrationsFolder: folder });
    const done = migrationsDone(connection);
    if (connection.pragma("user_version", { simple: true }) === done) return { backup };
    const broken = connection.pragma("foreign_key_check") as { table: string }[];
    if (broken.length > 0) {
      const tables = [...new Set(broken.map((row) => row.table))].join(", ");
      throw new MigrationRefused(
        `After migrating, ${broken.length} rows point to nothing (in ${tables}). Do not start; restore ${backup ?? "your last backup"}.`,
      );
    }
    // How far the references are known to hold: to look through those of a million records takes minutes.
    connection.pragma(`user_version = ${done}`);
    return { backup };
  } finally {
    connection.close();
  }
}

/** An older program would write rows that the newer one does not expect. */
function mustNotBeNewer(connection: Database.Database, folder: string): void {
  if (isNew(connection) || migrationsDone(connection) <= migrationsIn(folder)) return;
  throw new MigrationRefused(
    "This database was used by a newer version of Attest; nothing was changed. Install that version again, or restore a backup from before it.",
  );
}

/** A new, empty file: nothing to lose. */
function isNew(connection: Database.Database): boolean {
  const known = connection
    .prepare("select count(*) as n from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .get() as { n: number };
  return known.n === 0;
}

function pendingSqlite(connection: Database.Database, folder: string): boolean {
  return !isNew(connection) && migrationsDone(connection) < migrationsIn(folder);
}

function migrationsDone(connection: Database.Database): number {
  return (connection.prepare("select count(*) as n from __drizzle_migrations").get() as { n: number }).n;
}

function copyBefore(connection: Database.Database, path: string): string {
  for (let attempt = 1; ; attempt++) {
    const copy = join(dirname(path), `before-migration-${attempt}.sqlite`);
    if (existsSync(copy)) continue;
    ownFile(copy);
    connection.prepare("vacuum into ?").run(copy);
    return copy;
  }
}
