/**
 * Puts a SQLite file under another key by way of a copy that was compared row by row: cut off at any moment, the file is whole
 * and under one of the two keys. Nobody else may have it open.
 */
import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { changeFileKey, type FileKey, mustOpen, setFileKey } from "./cipher.ts";
import { isBusy } from "./errors.ts";

/** Where the copy is made; one that was left behind is nobody's. */
export const asideOf = (path: string) => `${path}.new-key`;

/**
 * @param from the key it is under; null for a file without a cipher
 * @throws WrongFileKey, and Error with a sentence where somebody else has the file open or the copy is not the same
 */
export function swapFileKey(path: string, from: FileKey, to: Buffer): void {
  const held = holdAlone(path, from);
  const aside = asideOf(path);
  try {
    removeAside(path);
    held.prepare("vacuum into ?").run(aside);
    chmodSync(aside, 0o600);
    const copy = new Database(aside);
    try {
      setFileKey(copy, from);
      // What it would write beside itself while it changes the key would be under the old one, or under none.
      copy.pragma("journal_mode = memory");
      changeFileKey(copy, to);
    } finally {
      copy.close();
    }
    mustBeTheSame(held, aside, to);
  } catch (error) {
    held.close();
    removeAside(path);
    throw error;
  }
  flush(aside);
  held.close();
  putInPlace(aside, path, from === null);
}

/** Removes what a swap that was cut off left behind. */
export function removeAside(path: string): void {
  for (const suffix of ["", "-journal", "-wal", "-shm"]) rmSync(asideOf(path) + suffix, { force: true });
}

/** @throws Error with a sentence where somebody else has the file open */
export function mustBeAlone(path: string, key: FileKey): void {
  const held = holdAlone(path, key);
  // As the program leaves it.
  held.pragma("journal_mode = wal");
  held.close();
}

/** With the log of writes empty and gone, the file is all there is. */
function holdAlone(path: string, key: FileKey): Database.Database {
  const connection = new Database(path, { timeout: 2_000 });
  try {
    setFileKey(connection, key);
    mustOpen(connection, path);
    connection.pragma("temp_store = 2");
    connection.pragma("locking_mode = exclusive");
    connection.pragma("journal_mode = delete");
    // The lock is taken by writing, and stays.
    connection.exec("begin exclusive; commit");
    return connection;
  } catch (error) {
    connection.close();
    if (!isBusy(error)) throw error;
    throw new Error(
      `The database ${path} is in use. Stop Attest first, then try again; nothing was changed.`,
      {
        cause: null,
      },
    );
  }
}

function mustBeTheSame(held: Database.Database, aside: string, key: Buffer): void {
  const copy = new Database(aside, { readonly: true });
  try {
    setFileKey(copy, key);
    mustOpen(copy, aside);
    if (copy.pragma("integrity_check", { simple: true }) !== "ok" || digestOf(copy) !== digestOf(held))
      throw new Error("The copy of the database is not the same as the database; nothing was changed.");
  } finally {
    copy.close();
  }
}

/** Everything that a database holds: what it is made of, and every row of every table with its number. */
function digestOf(connection: Database.Database): string {
  const hash = createHash("sha256");
  const made = connection
    .prepare("select type, name, tbl_name, sql from sqlite_master order by type, name")
    .all() as { type: string; name: string; sql: string | null }[];
  hash.update(JSON.stringify(made));
  hash.update(String(connection.pragma("user_version", { simple: true })));
  const plain = made.filter(({ type, sql }) => type === "table" && !/^create virtual/i.test(sql ?? ""));
  for (const { name, sql } of plain) {
    const number = /without\s+rowid/i.test(sql ?? "") ? "" : "rowid, ";
    const order = number === "" ? "" : " order by rowid";
    hash.update(`\n${name}\n`);
    for (const row of connection.prepare(`select ${number}* from "${name}"${order}`).raw().iterate())
      hash.update(JSON.stringify(row, withBytes));
  }
  return hash.digest("hex");
}

const withBytes = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;

/** A folder, too, remembers what it holds only when told to. */
function flush(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** @param isPlain what was there is readable to anybody, so its bytes are overwritten when its name is taken */
function putInPlace(aside: string, path: string, isPlain: boolean): void {
  const old = openSync(path, "r+");
  try {
    const size = statSync(path).size;
    for (const suffix of ["-wal", "-shm", "-journal"]) if (existsSync(path + suffix)) rmSync(path + suffix);
    renameSync(aside, path);
    flush(dirname(path));
    if (isPlain) overwrite(old, size);
  } finally {
    closeSync(old);
  }
}

function overwrite(file: number, sizeBytes: number): void {
  const zeros = Buffer.alloc(1 << 20);
  for (let at = 0; at < sizeBytes; at += zeros.length)
    writeSync(file, zeros, 0, Math.min(zeros.length, sizeBytes - at), at);
  fsyncSync(file);
}
