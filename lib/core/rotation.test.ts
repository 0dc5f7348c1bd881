import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPlainFile, opensWith, WrongFileKey } from "#db/cipher.ts";
import { openSqliteConnection } from "#db/sqlite-connection.ts";
import { openSqlite } from "#db/store.ts";
import { asideOf } from "#db/swap-file.ts";
import { keyFits } from "#lib/audit/key-fits.ts";
import { verifyLog } from "#lib/audit/verify-log.ts";
import { readEnv } from "#lib/platform/env.ts";
import { readRingFile, ringPathIn, WrongSecret } from "#lib/platform/key-ring.ts";
import { newPassphraseCost, secretOfPassphrase } from "#lib/platform/master-secret.ts";
import { TEST_FILE_KEY } from "#db/testing/file-key.ts";
import { layTestKeys, TEST_ROOT } from "#lib/testing/test-keys.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aWorld } from "#lib/testing/world.ts";
import { type Installation, Locked, openInstallation } from "./installation.ts";
import { prepare } from "./prepare.ts";
import { changeSecret, rotateKeys, undoRotation } from "./rotation.ts";
import { closeSystem, recordKeysOf } from "./system.ts";

const KILLS = process.env["ATTEST_LONG"] === "1" ? 50 : 5;
const RECORDS = 40;
const WORDS = "zqrotated";
let rest: string;
let count = 0;

/** A data folder with a database in which people have acted, and keys of records. */
beforeAll(async () => {
  rest = mkdtempSync(join(tmpdir(), "attest-rotation-"));
  const world = await aWorld();
  await aPlace(world);
  const folder = join(rest, "base");
  layTestKeys(folder);
  await world.fresh.directSql(`vacuum into '${join(folder, "attest.sqlite")}'`);
  await world.close();
  const keys = recordKeysOf({ dataFolder: folder, keys: (await openInstallation(at(folder))).keys });
  for (let n = 0; n < RECORDS; n += 1) keys.make(`case${n % 3}`, `record${n}`);
});
afterAll(() => rmSync(rest, { recursive: true, force: true }));

const at = (folder: string) => readEnv({ ATTEST_DATA: folder });
const databaseIn = (folder: string) => join(folder, "attest.sqlite");
function aFolder(): string {
  const folder = join(rest, `folder-${++count}`);
  cpSync(join(rest, "base"), folder, { recursive: true });
  return folder;
}
const noted: string[] = [];
const say = (line: string) => void noted.push(line);

async function opened(folder: string, passphrase?: string): Promise<Installation> {
  const installation = await prepare(at(folder), say, passphrase);
  await closeSystem();
  return installation;
}

/** That everything opens, and the log holds. */
async function expectWhole(folder: string, { keys, fileKey, ring }: Installation): Promise<void> {
  expect(ring.next).toBeNull();
  expect(existsSync(asideOf(databaseIn(folder)))).toBe(false);
  const store = openSqlite(databaseIn(folder), fileKey);
  try {
    expect(await keyFits(store.read, keys)).toBe(true);
    expect((await verifyLog(store.read, keys)).verdict).toBe("holds");
  } finally {
    await store.close();
  }
  const held = recordKeysOf({ dataFolder: folder, keys });
  expect(held.ids()).toHaveLength(RECORDS);
  for (let n = 0; n < RECORDS; n += 1) expect(held.open(`case${n % 3}`, `record${n}`)).not.toBeNull();
}

describe("a rotation of the keys", () => {
  it("leaves everything open under the new keys, and the database shut under the old ones", async () => {
    const folder = aFolder();
    const before = await openInstallation(at(folder));
    const sealed = before.keys.seal("here", Buffer.from(WORDS));
    const ringBefore = readFileSync(ringPathIn(folder), "utf8");
    const after = await rotateKeys(at(folder), before);
    expect(after.keys.keyId).not.toBe(before.keys.keyId);
    expect(after.keys.open("here", sealed).toString()).toBe(WORDS);
    await expectWhole(folder, await opened(folder));
    expect(opensWith(databaseIn(folder), before.fileKey)).toBe(false);
    for (const id of recordKeysOf({ dataFolder: folder, keys: after.keys }).ids())
      expect(readFileSync(join(folder, "keys", "records", id), "utf8")).toContain(` ${after.keys.keyId}.`);
    // The ring of before, which somebody may have copied, opens nothing that is written from now on.
    writeFileSync(ringPathIn(folder), ringBefore);
    await expect(opened(folder)).rejects.toThrow(WrongFileKey);
  });

  it("is undone where it had not come to the database, and brought to its end where it had", async () => {
    const folder = aFolder();
    const before = await openInstallation(at(folder));
    const next = { seal: Buffer.alloc(32, 8), file: Buffer.alloc(32, 9) };
    undoRotation(at(folder), before);
    const { saveRing } = await import("#lib/platform/key-ring.ts");
    saveRing(folder, { ...before.ring, next }, before.master, before.secret);
    await expectWhole(folder, await opened(folder));
    expect(noted.at(-1)).toContain("was undone");
    const { swapFileKey } = await import("#db/swap-file.ts");
    saveRing(folder, { ...before.ring, next }, before.master, before.secret);
    swapFileKey(databaseIn(folder), before.fileKey, next.file);
    const after = await opened(folder);
    expect(noted.at(-1)).toContain("brought to its end");
    expect(after.ring.current).toEqual(next);
    await expectWhole(folder, after);
  });

  it("changes nothing while somebody has the database open", async () => {
    const folder = aFolder();
    const before = await openInstallation(at(folder));
    const other = openSqliteConnection(databaseIn(folder), { readonly: false, key: TEST_FILE_KEY });
    other.exec("begin immediate; update places set note = note");
    await expect(rotateKeys(at(folder), before)).rejects.toThrow("in use");
    other.exec("rollback");
    other.close();
    await expectWhole(folder, await opened(folder));
  });

  it(
    `that is killed at any moment leaves a database that opens with one of the two keys, ${KILLS} times`,
    { timeout: 30 * 60_000 },
    async () => {
      const outcomes = new Set<string>();
      for (let run = 0; run < KILLS; run += 1) {
        const folder = aFolder();
        const before = await openInstallation(at(folder));
        await rotateAndDie(folder, (run * 7_919) % 211);
        const after = await opened(folder);
        outcomes.add(after.keys.keyId === before.keys.keyId ? "before" : "after");
        await expectWhole(folder, after);
        rmSync(folder, { recursive: true });
      }
      if (KILLS >= 50) expect([...outcomes].toSorted()).toEqual(["after", "before"]);
    },
  );
});

async function rotateAndDie(folder: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, ["lib/testing/rotate-and-die.ts", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = new Promise<void>((done) => child.on("close", () => done()));
  await new Promise<void>((done) => child.stdout.once("data", () => done()));
  await pause(afterMs);
  child.kill("SIGKILL");
  await gone;
}

describe("the keys of an installation", () => {
  it("come to a database from before there was a cipher, whose rows, log and sealed words all hold", async () => {
    const folder = aFolder();
    const connection = openSqliteConnection(databaseIn(folder), { readonly: false, key: TEST_FILE_KEY });
    connection.pragma("journal_mode = delete");
    connection.pragma("rekey=''");
    connection.close();
    rmSync(ringPathIn(folder));
    expect(isPlainFile(databaseIn(folder))).toBe(true);
    expect(readFileSync(databaseIn(folder)).includes("zqmarker")).toBe(true);
    const after = await opened(folder);
    expect(noted.at(-1)).toContain("compared with the old one row by row");
    expect(isPlainFile(databaseIn(folder))).toBe(false);
    expect(readFileSync(databaseIn(folder)).includes("zqmarker")).toBe(false);
    const legacy = after.keys.hmac("row", WORDS);
    expect(legacy).toBe((await openInstallation(at(join(rest, "base")))).keys.hmac("row", WORDS));
    const store = openSqlite(databaseIn(folder), after.fileKey);
    expect((await verifyLog(store.read, after.keys)).verdict).toBe("holds");
    await store.close();
  });

  it("are refused under another secret, without the ring, and with a ring of another installation", async () => {
    const folder = aFolder();
    const keyFile = join(folder, "keys", "master.key");
    writeFileSync(keyFile, "08".repeat(32));
    await expect(opened(folder)).rejects.toThrow(WrongSecret);
    writeFileSync(keyFile, TEST_ROOT.toString("hex"));
    const ring = readFileSync(ringPathIn(folder));
    rmSync(ringPathIn(folder));
    await expect(opened(folder)).rejects.toThrow("keys that are not here");
    expect(readRingFile(folder)).toBeNull();
    layTestKeys(folder, Buffer.alloc(32, 6));
    await expect(opened(folder)).rejects.toThrow(WrongFileKey);
    writeFileSync(ringPathIn(folder), ring);
    await expectWhole(folder, await opened(folder));
  });

  it("wait for the passphrase where they are under one, and go back under a key file", async () => {
    const folder = aFolder();
    const typed = "عشرون حرفا على الأقل في هذه العبارة";
    const cost = { ...newPassphraseCost(), memoryKiB: 47_104, passes: 1 };
    const before = await openInstallation(at(folder));
    changeSecret(at(folder), before, cost, await secretOfPassphrase(typed, cost));
    await expect(opened(folder)).rejects.toThrow(Locked);
    await expect(opened(folder, `${typed}.`)).rejects.toThrow(WrongSecret);
    const after = await opened(folder, typed);
    await expectWhole(folder, after);
    changeSecret(at(folder), after, { source: "key" }, TEST_ROOT);
    await expectWhole(folder, await opened(folder));
  });
});
