/** A copy of a SQLite database in use, of one moment: `VACUUM INTO` reads under one snapshot and writes a whole file. */
import { closeSync, fsyncSync, openSync } from "node:fs";
import type { FileKey } from "./cipher.ts";
import { ownFile } from "./own-file.ts";
import { openSqliteConnection } from "./sqlite-connection.ts";

/**
 * The copy has the cipher and the key of the original.
 * @param from path of the database, @param to path of the copy, which must not exist
 * @throws Error of the driver when `from` is no database or the disk is full
 */
export function copySqliteFile(from: string, to: string, key: FileKey): void {
  const connection = openSqliteConnection(from, { readonly: true, key });
  try {
    ownFile(to);
    connection.prepare("vacuum into ?").run(to);
  } finally {
    connection.close();
  }
  const file = openSync(to, "r");
  fsyncSync(file);
  closeSync(file);
}
