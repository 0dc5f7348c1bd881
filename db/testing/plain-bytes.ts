import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqliteConnection } from "../sqlite-connection.ts";
import { TEST_FILE_KEY } from "./file-key.ts";

/**
 * Every byte of a test's database as they would lie without the cipher, free pages and what its log of writes held among them:
 * what is absent there is absent to whoever holds the keys.
 */
export function plainBytes(path: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "attest-plain-"));
  try {
    const copy = join(folder, "plain.sqlite");
    for (const end of ["", "-wal"]) if (existsSync(path + end)) copyFileSync(path + end, copy + end);
    const connection = openSqliteConnection(copy, { readonly: false, key: TEST_FILE_KEY });
    connection.pragma("journal_mode = delete");
    connection.pragma("rekey=''");
    connection.close();
    return readFileSync(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
