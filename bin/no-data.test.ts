import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { TEST_FILE_KEY } from "#db/testing/file-key.ts";
import { copySqliteFile } from "#db/copy-file.ts";
import { migrate } from "#db/migrate.ts";
import { openSqlite } from "#db/store.ts";
import { layTestKeys } from "#lib/testing/test-keys.ts";

const rest = mkdtempSync(join(tmpdir(), "attest-no-data-"));
afterAll(() => rmSync(rest, { recursive: true, force: true }));

function tool(name: string, args: string[], data: string): Promise<{ code: number; output: string }> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const env = { ...environment, ATTEST_DATA: data, ATTEST_TEST_DIALECT: "" };
  return new Promise((done) => {
    execFile(process.execPath, [`bin/${name}.ts`, ...args], { env }, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, output: out + err });
    });
  });
}

const tools: [string, string[]][] = [
  ["audit-export", ["--as", "auditor", "--out", join(rest, "events.jsonl")]],
  ["verify-chain", []],
  ["backup", ["--out", join(rest, "backup")]],
  ["import", ["--as", "investigator", "--case", "C-NONE00"]],
  ["restore", ["--from", join(rest, "no-backup")]],
  ["let-in", ["administrator"]],
  [
    "give-role",
    ["--as", "administrator", "--to", "newcomer", "--role", "administrator", "--reason", "two are needed"],
  ],
];

/** In the short lane each tool is tried in half of the places, and each place by half of the tools. */
const isTried = (toolName: string, place: number): boolean =>
  process.env["ATTEST_LANE"] !== "short" ||
  (tools.findIndex(([name]) => name === toolName) + place) % 2 === 0;

describe.each(tools)("npm run %s", (name, args) => {
  const places: [string, (folder: string) => void][] = [
    ["a folder that is not there", (folder) => rmSync(folder, { recursive: true })],
    ["an empty folder", () => undefined],
    ["an empty file for a database", (folder) => writeFileSync(join(folder, "attest.sqlite"), "")],
    [
      "a key and a file that is no database",
      (folder) => {
        writeFileSync(join(folder, "attest.sqlite"), "no database at all".repeat(100));
        layTestKeys(folder);
      },
    ],
  ];

  const tried = places.filter((_, place) => isTried(name, place));
  it.each(tried)("says what is wrong with %s, and makes nothing", async (_, prepare) => {
    const data = mkdtempSync(join(rest, "data-"));
    prepare(data);
    const listed = () => (existsSync(data) ? readdirSync(data, { recursive: true }) : null);
    const before = listed();
    const { code, output } = await tool(name, args, data);
    expect(code).toBeGreaterThan(0);
    expect(output).toMatch(/^[A-Z][^\n]+\.\n$/);
    expect(output).not.toMatch(/ENOENT|SQLITE|no such table|at .*:\d+/);
    expect(listed()).toEqual(before);
    for (const made of ["events.jsonl", "backup", "no-backup"])
      expect(existsSync(join(rest, made)) && readdirSync(join(rest, made)).length > 0).toBe(false);
  });
});

it("lets only its owner read a database, what SQLite keeps beside it, and its copies", async () => {
  const path = join(mkdtempSync(join(rest, "own-")), "attest.sqlite");
  writeFileSync(path, "", { mode: 0o644 });
  await migrate(`file:${path}`, TEST_FILE_KEY);
  const store = openSqlite(path, TEST_FILE_KEY);
  const copy = `${path}.copy`;
  copySqliteFile(path, copy, TEST_FILE_KEY);
  for (const file of [path, `${path}-wal`, `${path}-shm`, copy])
    expect(statSync(file).mode & 0o777, file).toBe(0o600);
  await store.close();
});
