/**
 * The cipher of a SQLite file: SQLCipher's scheme (AES-256-CBC and HMAC-SHA512 by page), which covers the database, its log of
 * writes and every copy made by `VACUUM INTO`. The key is raw: it is derived and kept elsewhere (lib/platform/key-ring.ts).
 */
import { closeSync, existsSync, openSync, readSync } from "node:fs";
import Database from "better-sqlite3";

/** 32 bytes; null for a file without a cipher: one from before there was one, and nothing else. */
export type FileKey = Buffer | null;

/** How every SQLite file begins that has no cipher (SQLite file format, 1.3). */
const PLAIN_HEAD = Buffer.from("SQLite format 3\0", "latin1");
const KEY_BYTES = 32;

/** The file was written under another key, or its first page is damaged: the cipher cannot tell the two apart. */
export class WrongFileKey extends Error {
  constructor(path: string) {
    super(
      `The database ${path} does not open with this key: the key is another one, or the file is damaged. Put the right keys back, or restore a backup.`,
    );
  }
}

/** Must be the first that is said to a connection. */
export function setFileKey(connection: Database.Database, key: FileKey): void {
  if (key === null) return;
  connection.pragma("cipher='sqlcipher'");
  connection.pragma(`key="${rawKey(key)}"`);
}

/** Writes the whole file anew under another key. */
export function changeFileKey(connection: Database.Database, key: Buffer): void {
  connection.pragma("cipher='sqlcipher'");
  connection.pragma(`rekey="${rawKey(key)}"`);
}

function rawKey(key: Buffer): string {
  if (key.length !== KEY_BYTES) throw new Error(`The key of a database has ${KEY_BYTES} bytes.`);
  return `x'${key.toString("hex")}'`;
}

/** @throws WrongFileKey where the first page does not open */
export function mustOpen(connection: Database.Database, path: string): void {
  try {
    connection.prepare("select count(*) from sqlite_master").get();
  } catch (error) {
    if (isNoDatabase(error)) throw new WrongFileKey(path);
    throw error;
  }
}

const isNoDatabase = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "SQLITE_NOTADB";

/**
 * Whether a key opens a file. What a program that was killed has left half written beside it is mended on the way, which takes
 * writing: so the likelier key is asked about first.
 * @throws errors of the driver other than that it is the wrong key
 */
export function opensWith(path: string, key: FileKey): boolean {
  try {
    return opensBy(path, key, { readonly: true });
  } catch (error) {
    if (!isLeftHalfWritten(error)) throw error;
    return opensBy(path, key, { readonly: false });
  }
}

const isLeftHalfWritten = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^SQLITE_(?:READONLY|CANTOPEN|BUSY)/.test(String(error.code));

function opensBy(path: string, key: FileKey, options: { readonly: boolean }): boolean {
  const connection = new Database(path, options);
  try {
    setFileKey(connection, key);
    mustOpen(connection, path);
    return true;
  } catch (error) {
    if (error instanceof WrongFileKey) return false;
    throw error;
  } finally {
    connection.close();
  }
}

/** Whether there is a SQLite file without a cipher; an empty file is none yet. */
export function isPlainFile(path: string): boolean {
  return existsSync(path) && headOf(path).equals(PLAIN_HEAD);
}

function headOf(path: string): Buffer {
  const head = Buffer.alloc(PLAIN_HEAD.length);
  const file = openSync(path, "r");
  try {
    return head.subarray(0, readSync(file, head, 0, head.length, 0));
  } finally {
    closeSync(file);
  }
}
