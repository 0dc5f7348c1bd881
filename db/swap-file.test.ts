import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { isPlainFile, opensWith, setFileKey, WrongFileKey } from "./cipher.ts";
import { copySqliteFile } from "./copy-file.ts";
import { openSqliteConnection } from "./sqlite-connection.ts";
import { openSqlite } from "./store.ts";
import { asideOf, swapFileKey } from "./swap-file.ts";

const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const CANARY = "حبيب Zqcanary شاهد";
const ROWS = 500;

/** A plain database in use as ours is, with a canary in many rows and in an index of words. */
function plainFile(): string {
  const path = join(mkdtempSync(join(tmpdir(), "attest-cipher-")), "attest.sqlite");
  const connection = new Database(path);
  connection.pragma("journal_mode = wal");
  connection.exec(
    "create table told (id text primary key, words text, bytes blob) strict; create virtual table found using fts5(words)",
  );
  for (let at = 0; at < ROWS; at += 1) {
    connection
      .prepare("insert into told values (?, ?, ?)")
      .run(`t${at}`, `${CANARY} ${at}`, Buffer.of(at % 256));
    connection.prepare("insert into found values (?)").run(`${CANARY} ${at}`);
  }
  connection.pragma("user_version = 7");
  connection.close();
  return path;
}

const wordsIn = (path: string, key: Buffer | null) => {
  const connection = openSqliteConnection(path, { readonly: true, key });
  try {
    return connection.prepare("select count(*) as n from told where words like '%Zqcanary%'").get();
  } finally {
    connection.close();
  }
};
const bytesIn = (folder: string) =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
const shows = (folder: string) => {
  const bytes = bytesIn(folder);
  return ["utf8", "utf16le"].some((form) => bytes.includes(Buffer.from("Zqcanary", form as BufferEncoding)));
};

test("a plain database comes under the cipher whole, and what was plain is overwritten", () => {
  const path = plainFile();
  const folder = join(path, "..");
  expect(shows(folder)).toBe(true);
  swapFileKey(path, null, first);
  expect(isPlainFile(path)).toBe(false);
  expect(wordsIn(path, first)).toEqual({ n: ROWS });
  expect(shows(folder)).toBe(false);
  expect(readdirSync(folder)).toEqual(["attest.sqlite"]);
});

test("a database changes its key whole: the new one opens it and the old one no more", () => {
  const path = plainFile();
  swapFileKey(path, null, first);
  swapFileKey(path, first, second);
  expect(wordsIn(path, second)).toEqual({ n: ROWS });
  expect([opensWith(path, first), opensWith(path, second), opensWith(path, null)]).toEqual([
    false,
    true,
    false,
  ]);
});

test("the log of writes, a copy made in use and what is beside them show nothing while the program writes", async () => {
  const path = plainFile();
  swapFileKey(path, null, first);
  const store = openSqlite(path, first);
  const connection = openSqliteConnection(path, { readonly: false, key: first });
  connection.exec(`insert into told select 'n' || id, words || ' again', bytes from told`);
  connection.exec("create table sorted as select * from told order by words desc");
  copySqliteFile(path, join(path, "..", "copy.sqlite"), first);
  expect(existsSync(`${path}-wal`)).toBe(true);
  expect(shows(join(path, ".."))).toBe(false);
  expect(wordsIn(join(path, "..", "copy.sqlite"), first)).toEqual({ n: 2 * ROWS });
  connection.close();
  await store.close();
});

test("another key, none, and a damaged file are refused in words", () => {
  const path = plainFile();
  swapFileKey(path, null, first);
  for (const key of [second, null])
    expect(() => openSqliteConnection(path, { readonly: true, key })).toThrow(WrongFileKey);
  expect(() => swapFileKey(path, second, first)).toThrow(WrongFileKey);
  expect(wordsIn(path, first)).toEqual({ n: ROWS });
});

test("one flipped byte in any page is found, and never read as something else", () => {
  const path = plainFile();
  swapFileKey(path, null, first);
  const whole = readFileSync(path);
  const honest = allOf(path);
  for (let page = 0; page < whole.length / 4_096; page += 1) {
    const bad = join(path, "..", "bad.sqlite");
    const bytes = Buffer.from(whole);
    const at = page * 4_096 + ((page * 977) % 4_096);
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    writeFileSync(bad, bytes);
    expect(() => expect(allOf(bad)).not.toEqual(honest), `page ${page}`).toThrow(
      /not a database|malformed|constructor failed/,
    );
  }
});

/** Everything, by way of every page: tables, index of words and what the checks look through. */
function allOf(path: string): unknown {
  const connection = new Database(path, { readonly: true });
  try {
    setFileKey(connection, first);
    const check = connection.pragma("integrity_check") as { integrity_check: string }[];
    if (check[0]?.integrity_check !== "ok") throw new Error("malformed");
    return [
      connection.prepare("select * from told order by id").all(),
      connection.prepare("select * from found").all(),
    ];
  } finally {
    connection.close();
  }
}

test("a database that somebody has open keeps its key", () => {
  const path = plainFile();
  swapFileKey(path, null, first);
  const other = openSqliteConnection(path, { readonly: false, key: first });
  other.exec("begin immediate; update told set words = words || '!'");
  expect(() => swapFileKey(path, first, second)).toThrow("in use");
  other.exec("commit");
  other.close();
  expect(existsSync(asideOf(path))).toBe(false);
  expect(wordsIn(path, first)).toEqual({ n: ROWS });
});

test("what a swap that was cut off left behind does not stand in the way of the next", () => {
  const path = plainFile();
  copyFileSync(path, asideOf(path));
  swapFileKey(path, null, first);
  expect(readdirSync(join(path, ".."))).toEqual(["attest.sqlite"]);
});
