import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEST_FILE_KEY } from "#db/testing/file-key.ts";
import { migrate } from "#db/migrate.ts";
import { openStore, type Store } from "#db/store.ts";
import { sources } from "#db/schema/index.ts";
import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { setUpAdministrator } from "#lib/accounts/commands/set-up-administrator.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { openCase } from "#lib/cases/commands/open-case.ts";
import type { Caller } from "#lib/core/caller.ts";
import { systemClock, UNWATCHED } from "#lib/core/clock.ts";
import { execute } from "#lib/core/execute.ts";
import { useSystem } from "#lib/core/system.ts";
import { aCoastalRecord } from "#lib/imports/testing/a-coastal-record.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { layTestKeys, TEST_ROOT } from "#lib/testing/test-keys.ts";

const folder = mkdtempSync(join(tmpdir(), "attest-import-"));
const data = join(folder, "data");
const url = `file:${join(data, "attest.sqlite")}`;
let code: string;

const person = ({ id, humanId }: { id: string; humanId: string }): Caller => ({
  kind: "person",
  accountId: id,
  humanId,
  session: null,
  auth: "terminal",
});

/** Works in the data folder as the program would, and leaves it closed. */
async function inData<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(url, TEST_FILE_KEY);
  const keys = keysFrom(TEST_ROOT);
  useSystem({ store, keys, clock: systemClock, clockWatch: UNWATCHED, dataFolder: data });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

beforeAll(async () => {
  mkdirSync(data, { recursive: true });
  layTestKeys(data);
  await migrate(url, TEST_FILE_KEY);
  const password = "a long password for a test";
  code = await inData(async () => {
    const admin = person(
      await execute(setUpAdministrator, { kind: "setup" }, { name: "admin", displayName: "Admin", password }),
    );
    const fields = { title: "A case", titleAr: null, summary: "A case.", kind: "live" } as const;
    const opened = await execute(openCase, admin, fields);
    for (const [name, role] of [
      ["ina", "investigator"],
      ["rita", "reviewer"],
    ] as const) {
      const made = await execute(createAccount, admin, { name, displayName: name, password });
      await execute(admitMember, admin, { caseId: opened.id, accountId: made.id, role, expiresAt: null });
    }
    await execute(createAccount, admin, { name: "otto", displayName: "otto", password });
    return opened.code;
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function record(
  name: string,
  change: (files: ReturnType<typeof aCoastalRecord>) => void = () => undefined,
): string {
  const files = aCoastalRecord((words) => words);
  change(files);
  mkdirSync(join(folder, name));
  for (const [file, rows] of Object.entries(files))
    writeFileSync(join(folder, name, `${file}.json`), JSON.stringify(rows));
  return join(folder, name);
}

/** Runs the command in a data folder; the output is what it prints to both ends. */
function run(args: string[], where = data): Promise<{ status: number; said: string }> {
  const env = { ...process.env, ATTEST_DATA: where, DATABASE_URL: "" };
  return new Promise((done) => {
    execFile(process.execPath, ["bin/import.ts", ...args], { env }, (error, out, err) => {
      done({ status: error ? Number(error.code) : 0, said: out + err });
    });
  });
}
const says = (text: string) => expect.stringContaining(text) as string;
const sourceCount = () => inData((store) => store.read.$count(sources));

describe("npm run import", () => {
  it("says what is wrong with the command, the account, the case or the folder, and does nothing", async () => {
    const whole = record("unused");
    const as = (name: string, where = whole) => ["--as", name, "--case", code, "--from", where];
    const [bare, unknown, nobody, outsider, reviewer, nowhere, empty] = await Promise.all([
      run([]),
      run([...as("ina"), "--into", "x"]),
      run(as("nobody")),
      run(as("otto")),
      run(as("rita")),
      run(as("ina", join(folder, "nowhere"))),
      run(as("ina"), join(folder, "empty")),
    ]);
    expect(bare).toEqual({ status: 2, said: says("--as NAME --case CODE") });
    expect(unknown).toEqual({ status: 2, said: says("--dry-run") });
    expect(nobody).toEqual({ status: 2, said: says("no account nobody") });
    expect(outsider).toEqual({ status: 2, said: says(`no case ${code}`) });
    expect(reviewer).toEqual({ status: 2, said: says("may not import") });
    expect(nowhere).toEqual({ status: 2, said: says("no folder") });
    expect(empty).toEqual({ status: 2, said: says("no database") });
    expect(existsSync(join(folder, "empty"))).toBe(false);
  });

  it("names every fault by file, id and field in a sentence, and imports nothing", async () => {
    const broken = record("broken", (files) => {
      Object.assign(files.incidents[1]!, { edtf: "2025-02-30", colour: "green" });
      Object.assign(files.figures[0]!, { place_id: "plc_nowhere" });
    });
    const unreadable = record("unreadable");
    writeFileSync(join(unreadable, "sources.json"), "{");
    rmSync(join(unreadable, "actors.json"));
    const [faulty, torn] = await Promise.all(
      [broken, unreadable].map((from) => run(["--as", "ina", "--case", code, "--from", from])),
    );
    expect(faulty).toEqual({ status: 1, said: says("3 faults were found") });
    expect(faulty?.said).toContain("incidents.json · inc_mill · edtf: There is no such day");
    expect(faulty?.said).toContain("incidents.json · inc_mill · colour: This field is not known here.");
    expect(faulty?.said).toContain(
      "figures.json · fig_mill · place_id: This names a record that is not there.",
    );
    expect(torn).toEqual({ status: 1, said: says("sources.json: This is no JSON.") });
    expect(torn?.said).toContain("actors.json: This file is not in the folder.");
    expect(await sourceCount()).toBe(0);
  });

  it("tries without a trace, imports once, and says what was there already", async () => {
    const whole = record("whole");
    const importing = (...more: string[]) =>
      run(["--as", "ina", "--case", code.toLowerCase(), "--from", whole, ...more]);
    const tried = await importing("--dry-run");
    expect(tried.status).toBe(0);
    expect(tried.said).toMatch(/sources +3 would be added, 0 there already/);
    expect(await sourceCount()).toBe(0);
    expect((await importing()).said).toMatch(/testimonies +3 added, 0 there already/);
    expect(await sourceCount()).toBe(3);
    expect((await importing()).said).toMatch(/testimonies +0 added, 3 there already/);
    expect(await sourceCount()).toBe(3);
  });
});
