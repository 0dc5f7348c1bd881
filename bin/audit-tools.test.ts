import { execFile } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEST_FILE_KEY } from "#db/testing/file-key.ts";
import { cases } from "#db/schema/index.ts";
import { openSqliteConnection } from "#db/sqlite-connection.ts";
import { openSqlite } from "#db/store.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aWorld, MARKER, type World } from "#lib/testing/world.ts";
import { recordKeys, recordKeysIn } from "#lib/platform/record-keys.ts";
import { openInstallation } from "#lib/core/installation.ts";
import { rotateKeys } from "#lib/core/rotation.ts";
import { readEnv } from "#lib/platform/env.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { filesIn } from "./backup-folder.ts";
import { layTestKeys, TEST_ROOT } from "#lib/testing/test-keys.ts";

let world: World;
let rest: string;
const KEY = "07".repeat(32);

/** The tools find the data folder by the setting, as the program does. */
function tool(
  name: string,
  args: string[],
  data: string,
  more: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  const { DATABASE_URL: _, ...environment } = process.env;
  return new Promise((done) => {
    const settings = { env: { ...environment, ATTEST_DATA: data, ATTEST_TEST_DIALECT: "", ...more } };
    execFile(process.execPath, [`bin/${name}.ts`, ...args], settings, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, output: out + err });
    });
  });
}

/** The key file where a careful administrator keeps it: on another disk. */
const KEY_APART = () => {
  const path = join(rest, "apart.key");
  writeFileSync(path, KEY, { mode: 0o600 });
  return { ATTEST_KEY_FILE: path };
};

function program(command: string, args: string[]): Promise<number> {
  return new Promise((done) => execFile(command, args, (error) => done(error ? Number(error.code) : 0)));
}

/** A data folder of its own, as the program leaves it: database, key, files. */
function dataFolder(name: string): string {
  const folder = join(rest, name);
  layTestKeys(folder);
  mkdirSync(join(folder, "files", "ab"), { recursive: true });
  writeFileSync(join(folder, "files", "ab", "abcd"), "the bytes of an attached file");
  mkdirSync(join(folder, "files", "incoming"));
  writeFileSync(join(folder, "files", "incoming", "half"), "half a file");
  writeFileSync(join(folder, "files", "bag.zip.part"), "half a bag");
  writeFileSync(join(folder, "before-migration-1.sqlite"), "a copy from before");
  cpSync(join(rest, "base.sqlite"), join(folder, "attest.sqlite"));
  return folder;
}

/** Changes a database as somebody who owns the file: first of all the triggers go. */
function asOwner(folder: string, statement: string): void {
  const connection = openSqliteConnection(join(folder, "attest.sqlite"), {
    readonly: false,
    key: TEST_FILE_KEY,
  });
  connection.exec(`drop trigger audit_events_append_only_update; ${statement}`);
  connection.close();
}

beforeAll(async () => {
  rest = mkdtempSync(join(tmpdir(), "attest-tools-"));
  world = await aWorld();
  await aPlace(world);
  await world.fresh.directSql(`vacuum into '${join(rest, "base.sqlite")}'`);
});
afterAll(async () => {
  await world.close();
  rmSync(rest, { recursive: true, force: true });
});

describe("npm run verify-chain", () => {
  it("says what it checked, what it found and what it cannot see, and writes nothing", async () => {
    const data = dataFolder("whole");
    const before = readFileSync(join(data, "attest.sqlite"));
    const { code, output } = await tool("verify-chain", [], data);
    expect(output).toMatch(/^\d+ entries, the first of 2031-02-20T09:00:00\.000Z/);
    expect(output).toContain("What this cannot see");
    expect(code).toBe(0);
    expect(readFileSync(join(data, "attest.sqlite")).equals(before)).toBe(true);
    const noted = /Size and root: (\S+)/.exec(output)?.[1] ?? "";
    expect((await tool("verify-chain", ["--noted", noted], data)).code).toBe(0);
    const other = await tool("verify-chain", ["--noted", `${noted.split(":")[0]}:${"0".repeat(64)}`], data);
    expect(other).toMatchObject({ code: 1 });
  });

  it("names the first bad entry, or the bad row", async () => {
    const data = dataFolder("tampered");
    asOwner(data, "update audit_events set body = replace(body, 'administrator', 'auditor') where seq = 7");
    const log = await tool("verify-chain", [], data);
    expect(log.output).toContain("First bad entry: 7.");
    expect(log.code).toBe(1);
    const other = dataFolder("row");
    asOwner(other, "update places set note = 'changed'");
    const row = await tool("verify-chain", [], other);
    expect(row.output).toMatch(
      /1 rows are not as the log says:\n {2}places:pl_\w{22} was changed past the log/,
    );
    expect(row.code).toBe(1);
    expect(row.output).not.toContain(MARKER);
  });

  it("says in a sentence why it cannot verify", async () => {
    const broken = (name: string, harm: (folder: string) => void) => {
      const folder = dataFolder(name);
      harm(folder);
      return folder;
    };
    const keyOf = (folder: string) => join(folder, "keys", "master.key");
    const databaseOf = (folder: string) => join(folder, "attest.sqlite");
    const said: [string, string, string[]][] = [
      ["no key file", broken("no-key", (folder) => rmSync(keyOf(folder))), []],
      [
        "The keys do not open",
        broken("other-key", (folder) => writeFileSync(keyOf(folder), "08".repeat(32))),
        [],
      ],
      ["can be read by others", broken("open-key", (folder) => chmodSync(keyOf(folder), 0o644)), []],
      ["there is no database at", broken("no-database", (folder) => rmSync(databaseOf(folder))), []],
      [
        "Cannot be verified",
        broken("no-sqlite", (folder) => writeFileSync(databaseOf(folder), "no database")),
        [],
      ],
      ["takes a size and a root", dataFolder("misspelt"), ["--noted", "7"]],
    ];
    const answers = await Promise.all(said.map(([, folder, args]) => tool("verify-chain", args, folder)));
    for (const [n, { code, output }] of answers.entries()) {
      expect(output).toContain(said[n]?.[0]);
      expect(output.trim().split("\n")).toHaveLength(1);
      expect(code).toBe(2);
    }
    expect(existsSync(join(rest, "no-key", "keys", "master.key"))).toBe(false);
  });
});

describe("npm run audit-export", () => {
  it("writes a file that both published programs verify, and notes who took it", async () => {
    const data = dataFolder("exported");
    const out = join(rest, "events.jsonl");
    const { code, output } = await tool("audit-export", ["--as", "auditor", "--out", out], data);
    expect(output).toContain("Size and root: ");
    expect(code).toBe(0);
    const noted = /Size and root: (\S+)/.exec(output)?.[1] ?? "";
    for (const [command, script] of [
      [process.execPath, "docs/verify/verify.mjs"],
      ["python3", "docs/verify/verify-events.py"],
    ] as const) {
      expect(await program(command, [script, out])).toBe(2);
      expect(await program(command, [script, out, "--noted", noted])).toBe(0);
    }
    expect(readFileSync(out, "utf8")).not.toContain(MARKER);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const again = join(rest, "again.jsonl");
    await tool("audit-export", ["--as", "auditor", "--out", again], data);
    const last = readFileSync(again, "utf8").trimEnd().split("\n").at(-1) ?? "{}";
    expect(JSON.parse(last)).toMatchObject({ act: "audit.export", auth: "terminal", actor_role: "auditor" });
    expect((await tool("verify-chain", [], data)).code).toBe(0);
  });

  it("of one case shows that case's entries and no others, and can still be verified against the noted root", async () => {
    const data = dataFolder("one-case");
    const [caseFile] = (
      await world.fresh.store.read.select({ id: cases.id, code: cases.code }).from(cases)
    ).filter((one) => one.id === world.caseId);
    const out = join(rest, "case.jsonl");
    const { code, output } = await tool(
      "audit-export",
      ["--as", "auditor", "--case", caseFile!.code.toLowerCase(), "--out", out],
      data,
    );
    expect(code).toBe(0);
    const noted = /Size and root: (\S+)/.exec(output)?.[1] ?? "";
    const lines = readFileSync(out, "utf8").trimEnd().split("\n");
    const shown = lines.filter((line) => line.startsWith('{"act"'));
    expect(shown.length).toBeGreaterThan(3);
    expect(shown.every((line) => line.includes(`"case":"${world.caseId}"`))).toBe(true);
    expect(lines.length).toBeGreaterThan(shown.length);
    expect(lines.join()).not.toContain(world.otherCaseId);
    for (const [command, script] of [
      [process.execPath, "docs/verify/verify.mjs"],
      ["python3", "docs/verify/verify-events.py"],
    ] as const) {
      expect(await program(command, [script, out])).toBe(2);
      expect(await program(command, [script, out, "--noted", noted])).toBe(0);
    }
  });

  it("is for auditors, and writes over nothing", async () => {
    const data = dataFolder("refused");
    const out = join(rest, "refused.jsonl");
    const attempts = [
      [],
      ["--as", "nobody"],
      ["--as", "administrator"],
      ["--as", "investigator"],
      ["--as", "auditor", "--case", "C-NONE00"],
    ];
    const answers = await Promise.all(
      attempts.map((args) => tool("audit-export", [...args, "--out", out], data)),
    );
    for (const { code, output } of answers) {
      expect(output.trim()).not.toMatch(/^$|at .*:\d+/);
      expect(code).toBe(1);
    }
    expect(existsSync(out)).toBe(false);
    writeFileSync(out, "mine");
    expect((await tool("audit-export", ["--as", "auditor", "--out", out], data)).code).toBe(1);
    expect(readFileSync(out, "utf8")).toBe("mine");
  });
});

describe("npm run backup and restore", () => {
  it("bring back every file and a log that holds, without the files of the database's own keeping", async () => {
    const data = dataFolder("backed-up");
    const out = join(rest, "backup");
    const made = await tool("backup", ["--out", out], data);
    expect(made.output).toContain("The log in it holds");
    expect(made.code).toBe(0);
    expect(readdirSync(out).toSorted()).toEqual(["attest.sqlite", "data", "manifest.json"]);
    const files = readdirSync(join(out, "data"), { recursive: true, withFileTypes: true });
    expect(files.flatMap((entry) => (entry.isFile() ? entry.name : [])).toSorted()).toEqual([
      "abcd",
      "ring.json",
    ]);

    const back = join(rest, "back");
    const restored = await tool("restore", ["--from", out], back, KEY_APART());
    expect(restored.output).toContain("The log and all records hold");
    expect(restored.code).toBe(0);
    expect(readFileSync(join(back, "files", "ab", "abcd"), "utf8")).toBe("the bytes of an attached file");
    expect(statSync(join(back, "keys", "ring.json")).mode & 0o777).toBe(0o600);
    const checked = [await tool("verify-chain", [], data), await tool("verify-chain", [], back, KEY_APART())];
    expect(checked[0]).toEqual(checked[1]);
    expect(checked[0]?.code).toBe(0);
  });

  it("take what was written while the backup ran, or not, and never half of it", async () => {
    const data = dataFolder("in-use");
    const store = openSqlite(join(data, "attest.sqlite"), TEST_FILE_KEY);
    const { store: before } = world.fresh;
    const { useSystem } = await import("#lib/core/system.ts");
    const { UNWATCHED } = await import("#lib/core/clock.ts");
    const system = {
      keys: keysFrom(Buffer.alloc(32, 7)),
      clock: world.now,
      clockWatch: UNWATCHED,
      dataFolder: data,
    };
    useSystem({ ...system, store });
    const out = join(rest, "backup-in-use");
    const running = { on: true };
    const backup = tool("backup", ["--out", out], data).finally(() => (running.on = false));
    let written = 0;
    while (running.on) {
      await aPlace(world);
      written += 1;
      await new Promise(setImmediate);
    }
    useSystem({ ...system, store: before });
    await store.close();
    expect(await backup).toMatchObject({ code: 0 });
    expect(written).toBeGreaterThan(5);
    expect((await tool("restore", ["--from", out], join(rest, "back-in-use"), KEY_APART())).code).toBe(0);
  });

  it("hold nothing that opens without the master secret, and come back under no other", async () => {
    const data = dataFolder("sealed");
    const out = join(rest, "backup-sealed");
    expect((await tool("backup", ["--out", out], data)).output).toContain(
      "opens with the master secret only",
    );
    const bytes = filesIn(out).map((path) => readFileSync(join(out, path)).toString("latin1"));
    for (const word of [MARKER, KEY, "SQLite format 3"]) expect(bytes.join("\n")).not.toContain(word);
    const target = join(rest, "back-sealed");
    mkdirSync(join(target, "keys"), { recursive: true });
    writeFileSync(join(target, "keys", "master.key"), "08".repeat(32), { mode: 0o600 });
    const refused = await tool("restore", ["--from", out], target);
    expect(refused).toMatchObject({
      code: 1,
      output: expect.stringContaining("another master secret") as string,
    });
    expect(filesIn(target)).toEqual(["keys/master.key"]);
    writeFileSync(join(target, "keys", "master.key"), KEY, { mode: 0o600 });
    expect(await tool("restore", ["--from", out], target)).toMatchObject({ code: 0 });
  });

  it("keep the keys of single records apart: what was destroyed since stays so when a backup from before comes back, also after a rotation", async () => {
    const data = dataFolder("apart");
    const keys = recordKeys(recordKeysIn(data), keysFrom(TEST_ROOT));
    const stays = keys.make("case", "stays").export().toString("hex");
    keys.make("case", "goes");
    const [out, now, later] = ["backup-apart", "keys-then", "keys-now"].map((name) => join(rest, name));
    if (!out || !now || !later) throw new Error("no folders");
    expect(await tool("backup", ["--out", out], data)).toMatchObject({
      code: 1,
      output: expect.stringContaining("2 keys of single records") as string,
    });
    expect(await tool("backup", ["--out", out, "--keys", join(out, "keys")], data)).toMatchObject({
      code: 1,
    });
    expect(await tool("backup", ["--out", out, "--keys", now], data)).toMatchObject({ code: 0 });
    expect(filesIn(out).filter((path) => path.includes("records"))).toEqual([]);
    keys.destroy("goes");
    const at = readEnv({ ATTEST_DATA: data });
    await rotateKeys(at, await openInstallation(at));
    writeFileSync(join(recordKeysIn(data), "damaged"), "half a key", { mode: 0o600 });
    const second = join(rest, "backup-apart-later");
    expect(await tool("backup", ["--out", second, "--keys", later], data)).toMatchObject({ code: 0 });
    const back = join(rest, "back-apart");
    expect(await tool("restore", ["--from", out], back, KEY_APART())).toMatchObject({ code: 1 });
    expect(await tool("restore", ["--from", out, "--keys", later], back, KEY_APART())).toMatchObject({
      code: 0,
      output: expect.stringContaining("1 keys of records") as string,
    });
    const restored = recordKeys(recordKeysIn(back), keysFrom(TEST_ROOT));
    expect(restored.open("case", "stays")?.export().toString("hex")).toBe(stays);
    expect(restored.open("case", "goes")).toBeNull();
  });

  it("write over nothing, and nowhere inside the data folder", async () => {
    const data = dataFolder("kept");
    const full = join(rest, "full");
    mkdirSync(full);
    writeFileSync(join(full, "mine"), "mine");
    expect(await tool("backup", ["--out", full], data)).toMatchObject({ code: 1 });
    expect(await tool("backup", ["--out", join(data, "backup")], data)).toMatchObject({ code: 1 });
    expect(await tool("backup", [], data)).toMatchObject({ code: 1 });
    const out = join(rest, "backup-kept");
    await tool("backup", ["--out", out], data);
    const refused = await tool("restore", ["--from", out], data, KEY_APART());
    expect(refused).toMatchObject({
      code: 1,
      output: expect.stringContaining("is not empty; nothing was restored") as string,
    });
    expect(readdirSync(full)).toEqual(["mine"]);
  });

  it("refuse a backup in which anything was changed, and leave nothing behind", async () => {
    const data = dataFolder("to-damage");
    const out = join(rest, "backup-damaged");
    await tool("backup", ["--out", out], data);
    const damages: [string, (folder: string) => void][] = [
      [
        "is not the file that was backed up",
        (folder) => appendFileSync(join(folder, "data", "files", "ab", "abcd"), "x"),
      ],
      ["is not the file that was backed up", (folder) => appendFileSync(join(folder, "attest.sqlite"), "x")],
      ["has no data/keys/ring.json", (folder) => rmSync(join(folder, "data", "keys", "ring.json"))],
      ["is no backup of Attest", (folder) => rmSync(join(folder, "manifest.json"))],
      ["no manifest of a backup", (folder) => writeFileSync(join(folder, "manifest.json"), "{")],
      ["no manifest of a backup", (folder) => writeFileSync(join(folder, "manifest.json"), "{}")],
      ["no manifest of a backup", (folder) => swap(folder, "data/files/ab/abcd", "data/../../outside")],
      ["has no attest.sqlite", (folder) => swap(folder, '"attest.sqlite"', '"data/other.sqlite"')],
    ];
    const attempts = damages.map(async ([sentence, damage], n) => {
      const copy = join(rest, `damaged-${n}`);
      cpSync(out, copy, { recursive: true });
      damage(copy);
      const target = join(rest, `target-${n}`);
      const { code, output } = await tool("restore", ["--from", copy], target, KEY_APART());
      expect(output).toContain(sentence);
      expect(code).toBe(1);
      expect(existsSync(target)).toBe(false);
    });
    await Promise.all(attempts);
  });

  it("refuse a backup whose log was cut since, although every hash in its manifest was mended", async () => {
    const data = dataFolder("to-cut");
    const out = join(rest, "backup-cut");
    await tool("backup", ["--out", out], data);
    const { createHash } = await import("node:crypto");
    asOwner(out, "update places set note = 'changed'");
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as {
      files: { path: string; sha256: string; sizeBytes: number }[];
    };
    const bytes = readFileSync(join(out, "attest.sqlite"));
    const entry = manifest.files.find(({ path }) => path === "attest.sqlite")!;
    entry.sha256 = createHash("sha256").update(bytes).digest("hex");
    entry.sizeBytes = bytes.length;
    writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest));
    const target = join(rest, "target-cut");
    const { code, output } = await tool("restore", ["--from", out], target, KEY_APART());
    expect(output).toContain("does not hold; nothing was restored");
    expect(code).toBe(1);
    expect(existsSync(target)).toBe(false);
  });

  it("keep no backup whose log does not hold, so that the next finds its folder empty", async () => {
    const data = dataFolder("broken");
    asOwner(data, "update places set note = 'changed'");
    const out = join(rest, "backup-broken");
    const { code, output } = await tool("backup", ["--out", out], data);
    expect(output).toContain("does not hold; nothing was kept");
    expect(code).toBe(1);
    expect(readdirSync(out)).toEqual([]);
  });

  it("say what to do for a PostgreSQL instead", async () => {
    const url = { DATABASE_URL: "postgres://localhost/attest", ATTEST_DATA: join(rest, "postgres") };
    for (const name of ["backup", "restore"]) {
      const said = await new Promise<string>((done) => {
        const args = [`bin/${name}.ts`, name === "backup" ? "--out" : "--from", join(rest, "pg")];
        execFile(process.execPath, args, { env: { ...process.env, ...url } }, (_error, _out, err) =>
          done(err),
        );
      });
      expect(said).toMatch(/pg_dump|pg_restore/);
    }
  });
});

/** Changes a text in a manifest. */
function swap(folder: string, from: string, to: string): void {
  const file = join(folder, "manifest.json");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll(from, to));
}
