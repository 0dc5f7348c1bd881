/** How the house opens a SQLite file: under its cipher, closed to others, with settings that are proven each time. */
import Database from "better-sqlite3";
import { type FileKey, mustOpen, setFileKey } from "./cipher.ts";
import { ownFile } from "./own-file.ts";

/**
 * Opens a SQLite file with the house's settings and proves each, since a reopened file forgets some of them.
 * @throws WrongFileKey
 */
export function openSqliteConnection(
  path: string,
  options: { readonly: boolean; key: FileKey },
): Database.Database {
  if (!options.readonly) ownFile(path);
  const connection = new Database(path, { timeout: OPENING_WAIT_MS_MAX, readonly: options.readonly });
  try {
    setFileKey(connection, options.key);
    mustOpen(connection, path);
    settle(connection, options);
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

function settle(connection: Database.Database, options: { readonly: boolean }): void {
  const settings = { ...SQLITE_SETTINGS, ...(options.readonly ? READER_SETTINGS : WRITER_SETTINGS) };
  for (const [name, value] of Object.entries(settings)) {
    connection.pragma(`${name} = ${value}`);
    const actual = connection.pragma(name, { simple: true });
    if (actual !== value)
      throw new Error(`SQLite did not accept ${name} = ${value}; it reports ${String(actual)}.`);
  }
}

/** Another program that has just opened the file, or mends it after a crash, holds it for a moment. */
const OPENING_WAIT_MS_MAX = 10_000;
// The writer waits in `beginImmediate`, which lets the program go on meanwhile; the driver's own wait does not.
// What is recorded is sorted into many indexes: with more of them in the log, fewer go to the file more than once.
const WRITER_SETTINGS = { journal_mode: "wal", busy_timeout: 0, wal_autocheckpoint: 8_000 };
const READER_SETTINGS = { busy_timeout: 2_000 };
const SQLITE_SETTINGS = {
  synchronous: 2,
  foreign_keys: 1,
  temp_store: 2,
  trusted_schema: 0,
  // What is deleted is overwritten, so that a page which is free again holds no words.
  secure_delete: 1,
  cache_size: -65_536,
};
