import { execFile } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEST_FILE_KEY } from "#db/testing/file-key.ts";
import { migrate } from "#db/migrate.ts";
import { openSqliteConnection } from "#db/sqlite-connection.ts";
import { openSqlite } from "#db/store.ts";
import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { setUpAdministrator } from "#lib/accounts/commands/set-up-administrator.ts";
import { openCase } from "#lib/cases/commands/open-case.ts";
import type { Caller } from "#lib/core/caller.ts";
import { systemClock, UNWATCHED } from "#lib/core/clock.ts";
import { execute } from "#lib/core/execute.ts";
import { useSystem } from "#lib/core/system.ts";
import { DEMO_PASSWORD } from "#lib/imports/demo/accounts.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { layTestKeys, TEST_ROOT } from "#lib/testing/test-keys.ts";
import { connectionFinding } from "./doctor/database-checks.ts";
import { roomFinding } from "./doctor/folder-checks.ts";
import { clockFinding } from "./doctor/log-checks.ts";
import { nodeFinding, userFinding } from "./doctor/settings-checks.ts";

const rest = mkdtempSync(join(tmpdir(), "attest-doctor-"));
const MARKER = "zqmarker";
const HOUR_MS = 3_600_000;
afterAll(() => rmSync(rest, { recursive: true, force: true }));

function tool(name: string, args: string[], settings: Record<string, string>) {
  const { DATABASE_URL: _, ...environment } = process.env;
  const env = { ...environment, ATTEST_TEST_DIALECT: "", ...settings };
  return new Promise<{ code: number; output: string }>((done) => {
    execFile(process.execPath, [`bin/${name}.ts`, ...args], { env }, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, output: out + err });
    });
  });
}

const keyIn = (folder: string) => join(folder, "keys", "master.key");
const databaseIn = (folder: string) => join(folder, "attest.sqlite");

/** An installation as the first run leaves it, with a case, and its clock in the present. */
beforeAll(async () => {
  const dataFolder = join(rest, "made");
  mkdirSync(dataFolder, { mode: 0o700 });
  await migrate(`file:${databaseIn(dataFolder)}`, TEST_FILE_KEY);
  const store = openSqlite(databaseIn(dataFolder), TEST_FILE_KEY);
  layTestKeys(dataFolder);
  const keys = keysFrom(TEST_ROOT);
  useSystem({ store, keys, clock: systemClock, clockWatch: UNWATCHED, dataFolder });
  const account = { name: "first", displayName: `First ${MARKER}`, password: "a very long pass phrase" };
  const { id, humanId } = await execute(setUpAdministrator, { kind: "setup" }, account);
  const administrator: Caller = { kind: "person", accountId: id, humanId, session: null, auth: "password" };
  const texts = { title: `A case ${MARKER}`, titleAr: null, summary: `About ${MARKER}` };
  await execute(openCase, administrator, { ...texts, kind: "live" });
  await store.close();
  cpSync(dataFolder, join(rest, "demo"), { recursive: true });
  const demo = openSqlite(databaseIn(join(rest, "demo")), TEST_FILE_KEY);
  useSystem({ store: demo, keys, clock: systemClock, clockWatch: UNWATCHED, dataFolder: join(rest, "demo") });
  const legal = { name: "legal", displayName: "Legal", password: DEMO_PASSWORD };
  await execute(createAccount, administrator, { ...legal, humanId: null });
  await demo.close();
  const out = join(rest, "backups", "one");
  const { code } = await tool("backup", ["--out", out], { ATTEST_DATA: dataFolder });
  expect(code).toBe(0);
  chmodSync(join(rest, "backups"), 0o700);
});

let copies = 0;
function copyOf(what: string): string {
  const folder = join(rest, `${what}-${++copies}`);
  cpSync(join(rest, what), folder, { recursive: true, preserveTimestamps: true });
  chmodSync(folder, 0o700);
  return folder;
}

function inDatabase(folder: string, statement: string): void {
  const connection = openSqliteConnection(databaseIn(folder), { readonly: false, key: TEST_FILE_KEY });
  connection.exec(statement);
  connection.close();
}

const doctor = (settings: Record<string, string>, backups = join(rest, "backups")) =>
  tool("doctor", ["--backups", backups], settings);

/** The lines of what there is to fix. */
const fixes = (output: string) => output.split("\n").filter((line) => line.startsWith("fix "));

describe("npm run doctor", () => {
  it("finds nothing to fix in a sound installation, also while it is in use, and changes and tells nothing of it", async () => {
    const folder = copyOf("made");
    const store = openSqlite(databaseIn(folder), TEST_FILE_KEY);
    const kept = () => [readFileSync(databaseIn(folder)), readFileSync(keyIn(folder)), readdirSync(folder)];
    const before = kept();
    const { code, output } = await store.transact(() => doctor({ ATTEST_DATA: folder }));
    expect(fixes(output)).toEqual([]);
    expect(code).toBe(0);
    expect(output).toMatch(/^ok {4}The last \d+ of \d+ entries of the log hold\./m);
    expect(output).toMatch(/^ok {4}No account has the public password of the demo\.$/m);
    expect(output).toMatch(/^ok {4}The newest backup lies apart from the key/m);
    expect(output).toMatch(/^ok {4}The database is under a cipher\.$/m);
    expect(output).toMatch(/^look {2}The key file lies in the data folder/m);
    expect(output).toMatch(/^\d+ checks, 0 to fix, \d to look at\.\n$/m);
    expect(output).not.toContain(MARKER);
    expect(output).not.toContain(readFileSync(keyIn(folder), "utf8").trim());
    expect(kept()).toEqual(before);
    await store.close();
  });

  const overwritten = "x".repeat(4_096);
  const harms: [string, string, (folder: string) => void][] = [
    ["an open data folder", "Run: chmod 700", (folder) => chmodSync(folder, 0o755)],
    ["an open key file", "Run: chmod 600", (folder) => chmodSync(keyIn(folder), 0o640)],
    ["an open database", "Run: chmod 600", (folder) => chmodSync(databaseIn(folder), 0o604)],
    [
      "a file that lies open",
      "1 files below files/ and exports/ in the data folder are not sealed",
      (folder) => {
        mkdirSync(join(folder, "files", "k_one"), { recursive: true });
        writeFileSync(join(folder, "files", "k_one", "ab".repeat(32)), "the bytes of a scan");
      },
    ],
    ["a missing key", "There is no key file", (folder) => rmSync(keyIn(folder))],
    ["another key", "The keys do not open", (folder) => writeFileSync(keyIn(folder), "08".repeat(32))],
    ["a missing database", "There is no database", (folder) => rmSync(databaseIn(folder))],
    ["a file that is none", "cannot be read", (folder) => writeFileSync(databaseIn(folder), overwritten)],
    [
      "a database without its write-ahead log",
      "keeps no write-ahead log",
      (folder) => inDatabase(folder, "pragma journal_mode = delete"),
    ],
    [
      "a migration that is due",
      "1 migrations are due",
      (folder) =>
        inDatabase(
          folder,
          "delete from __drizzle_migrations where rowid = (select max(rowid) from __drizzle_migrations)",
        ),
    ],
    [
      "a database of a newer version",
      "by a newer version",
      (folder) =>
        inDatabase(folder, "insert into __drizzle_migrations (hash, created_at) values ('newer', 1)"),
    ],
    [
      "a log that was changed",
      "does not hold at entry 2",
      (folder) =>
        inDatabase(
          folder,
          "drop trigger audit_events_append_only_update; update audit_events set body = replace(body, 'allow', 'deny') where seq = 2",
        ),
    ],
    [
      "a log whose end was cut off since the backup",
      "is older than its backup",
      (folder) =>
        inDatabase(
          folder,
          "pragma foreign_keys = off; drop trigger audit_events_never_deleted; delete from audit_events; delete from audit_head",
        ),
    ],
  ];
  it.each(harms)("names %s", async (_, words, harm) => {
    const folder = copyOf("made");
    harm(folder);
    const { code, output } = await doctor({ ATTEST_DATA: folder });
    expect(fixes(output).join("\n")).toContain(words);
    expect(output).not.toMatch(/ENOENT|SQLITE|no such|at .*:\d+/);
    expect(code).toBe(1);
  });

  it("names a damaged file", async () => {
    const folder = copyOf("made");
    const bytes = readFileSync(databaseIn(folder));
    for (let page = 40; page < 60; page++) bytes.fill(0xff, page * 4_096, (page + 1) * 4_096);
    writeFileSync(databaseIn(folder), bytes);
    const { code, output } = await doctor({ ATTEST_DATA: folder });
    expect(fixes(output).join("\n")).toMatch(/finds its file damaged|cannot be read/);
    expect(code).toBe(1);
  });

  it("names an account with the demo's password beside a real case, and the demo's own page", async () => {
    const folder = copyOf("demo");
    const { output } = await doctor({ ATTEST_DATA: folder });
    expect(fixes(output)).toEqual([expect.stringContaining("1 accounts have the public password") as string]);
    const shown = await doctor({ ATTEST_DATA: copyOf("made"), ATTEST_DEMO: "1" });
    expect(fixes(shown.output)).toEqual([expect.stringContaining("ATTEST_DEMO is set") as string]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    [
      "every setting that would stop the program",
      { ATTEST_PORT: "seven", ATTEST_IDLE_MINUTES: "5", ATTEST_SMTP_URL: "smtps://mail.example" },
      ["ATTEST_PORT", "ATTEST_IDLE_MINUTES", "ATTEST_SMTP_FROM"],
    ],
    ["plain http", { ATTEST_URL: "http://attest.example" }, ["is plain http"]],
    [
      "a provider for signing in by plain http, and half of one",
      { ATTEST_OIDC_ISSUER: "http://id.example", ATTEST_OIDC_CLIENT_ID: "attest" },
      ["the https address that the provider gives", "ATTEST_OIDC_CLIENT_SECRET is missing"],
    ],
    [
      "a server open to all",
      { ATTEST_HOST: "0.0.0.0", ATTEST_URL: "https://a.example" },
      ["listens for other"],
    ],
  ])("names %s", async (_, settings, words) => {
    const { code, output } = await doctor({ ATTEST_DATA: copyOf("made"), ...settings });
    expect(code).toBe(1);
    for (const word of words) expect(fixes(output).join("\n")).toContain(word);
    expect(fixes(output)).toHaveLength(words.length);
  });

  it.each<[string, Record<string, string>, string]>([
    ["an onion service", { ATTEST_URL: `http://${"a".repeat(56)}.onion` }, "as an onion service"],
    ["an address behind a proxy", { ATTEST_URL: "https://attest.example" }, "by https"],
    [
      "a server in the local network",
      { ATTEST_URL: "https://attest.example", ATTEST_HOST: "10.0.0.7" },
      "in the local network",
    ],
    [
      "mail that may go unencrypted",
      { ATTEST_SMTP_URL: "smtp://mail.example", ATTEST_SMTP_FROM: "a@mail.example" },
      "by smtp",
    ],
    [
      "a provider for signing in",
      {
        ATTEST_OIDC_ISSUER: "https://id.example/realm",
        ATTEST_OIDC_CLIENT_ID: "attest",
        ATTEST_OIDC_CLIENT_SECRET: "secret",
      },
      "by way of id.example in place of their password",
    ],
    ["a long idle time", { ATTEST_IDLE_MINUTES: "60" }, "60 minutes without a request. Where screens"],
  ])("lets %s pass, and says so", async (_, settings, words) => {
    const { code, output } = await doctor({ ATTEST_DATA: copyOf("made"), ...settings });
    expect(output).toContain(words);
    expect(code).toBe(0);
  });

  it("repeats no password of a setting", async () => {
    const secret = "zqsecret";
    const { code, output } = await doctor({
      ATTEST_DATA: copyOf("made"),
      DATABASE_URL: `postgres://user:${secret}@127.0.0.1:1/attest`,
      ATTEST_SMTP_URL: `smtp://user:${secret}@mail.example`,
      ATTEST_SMTP_FROM: "a@mail.example",
      ATTEST_OIDC_ISSUER: "https://id.example",
      ATTEST_OIDC_CLIENT_ID: "attest",
      ATTEST_OIDC_CLIENT_SECRET: secret,
    });
    expect(fixes(output)).toEqual([expect.stringContaining("PostgreSQL does not answer") as string]);
    expect(output).not.toContain(secret);
    expect(code).toBe(1);
  });

  it("looks at a PostgreSQL in the same way", async () => {
    const folder = copyOf("made");
    const url = `pglite:${join(folder, "pglite")}`;
    await migrate(url, TEST_FILE_KEY);
    const { code, output } = await tool("doctor", [], { ATTEST_DATA: folder, DATABASE_URL: url });
    expect(fixes(output)).toEqual([]);
    expect(output).toMatch(/^ok {4}PostgreSQL \d+ answers\.$/m);
    expect(output).toMatch(/^ok {4}The database is of this version/m);
    expect(code).toBe(0);
  });
});

describe("the backups, to the doctor,", () => {
  const harms: [string, string, (folder: string) => void][] = [
    [
      "are none without a manifest",
      "no finished backup",
      (folder) => rmSync(join(folder, "one/manifest.json")),
    ],
    ["are old after a week", "200 hours old", (folder) => madeBefore(folder, 200)],
    ["are open to others", "Run: chmod 700", (folder) => chmodSync(folder, 0o750)],
  ];
  it.each(harms)("%s", async (_, words, harm) => {
    const backups = copyOf("backups");
    harm(backups);
    const { code, output } = await doctor({ ATTEST_DATA: copyOf("made") }, backups);
    expect(fixes(output)).toEqual([expect.stringContaining(words) as string]);
    expect(code).toBe(1);
  });

  it("are late after a night, and apart from the key", async () => {
    const backups = copyOf("backups");
    madeBefore(backups, 40);
    const { code, output } = await doctor({ ATTEST_DATA: copyOf("made") }, backups);
    expect(output).toMatch(/^look {2}The newest backup is 40 hours old/m);
    expect(output).toMatch(/^ok {4}The newest backup lies apart from the key/m);
    expect(code).toBe(0);
  });

  it("are not asked about when no folder is named, and do not lie in the data folder", async () => {
    const folder = copyOf("made");
    const { output } = await tool("doctor", [], { ATTEST_DATA: folder });
    expect(output).toMatch(/^look {2}No folder of backups was named/m);
    cpSync(join(rest, "backups"), join(folder, "backups"), { recursive: true });
    chmodSync(join(folder, "backups"), 0o700);
    const within = await doctor({ ATTEST_DATA: folder }, join(folder, "backups"));
    expect(fixes(within.output)).toEqual([expect.stringContaining("lie in one folder") as string]);
  });
});

function madeBefore(backups: string, hours: number): void {
  const path = join(backups, "one", "manifest.json");
  const madeAt = new Date(Date.now() - hours * HOUR_MS).toISOString();
  writeFileSync(path, readFileSync(path, "utf8").replace(/"madeAt": "[^"]+"/, `"madeAt": "${madeAt}"`));
}

it.each([
  [nodeFinding("20.20.2"), "fix"],
  [nodeFinding("24.0.0"), "ok"],
  [userFinding(0), "look"],
  [userFinding(1000), "ok"],
  [userFinding(null), "ok"],
  [roomFinding(100e6, 10e6), "fix"],
  [roomFinding(50e9, 60e9), "fix"],
  [roomFinding(20e9, 10e9), "look"],
  [roomFinding(50e9, 10e9), "ok"],
  [clockFinding(null, 0), "ok"],
  [clockFinding(1_000_000, 999_000), "ok"],
  [clockFinding(1_000_000, 0), "fix"],
  [connectionFinding("postgres:///attest?host=/run/postgresql"), "ok"],
  [connectionFinding("postgres://user@localhost/attest"), "ok"],
  [connectionFinding("postgres://user@db.example/attest?sslmode=verify-full"), "ok"],
  [connectionFinding("postgres://user@db.example/attest?sslmode=prefer"), "fix"],
])("%j is %s", ({ state }, expected) => {
  expect(state).toBe(expected);
});
