import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { system } from "#lib/core/system.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { anchorInFolder } from "./anchors/folder.ts";
import { readCheckpoint, signCheckpoint, signKeyChange } from "./checkpoint.ts";
import { checkpointNow } from "./checkpoints.ts";
import { acceptLoss } from "./commands/accept-loss.ts";
import { rotateLogKey } from "./commands/rotate-log-key.ts";
import { counts, keysOfLog } from "./log-keys.ts";
import { type VerifierKey, verifierKeyOf, writeKey } from "./note.ts";
import { exportLog } from "./queries/export-log.ts";
import { readStanding } from "./queries/read-standing.ts";
import { sayDepartures } from "./say-departures.ts";

const [seed, other] = [Buffer.alloc(32, 5), Buffer.alloc(32, 6)];

const worlds: World[] = [];
let world: World;
let folder: string;
beforeEach(async () => {
  world = await aWorld();
  worlds.push(world);
  folder = mkdtempSync(join(tmpdir(), "attest-anchor-"));
  process.env["ATTEST_ANCHOR_FOLDER"] = folder;
});
afterEach(async () => {
  delete process.env["ATTEST_ANCHOR_FOLDER"];
  rmSync(folder, { recursive: true, force: true });
  for (const one of worlds.splice(0)) await one.close();
});

const sign = async () => (await checkpointNow(await system()))!;
const departures = async (of = world) =>
  (await of.ask("auditor", readStanding, {})).standing?.departures.map(({ where, why }) => `${where} ${why}`);

/** A row of a key, as whoever holds the file writes it. */
function putKey(
  into: World,
  origin: string,
  size: number,
  change: string | null = null,
  of = seed,
): Promise<void> {
  const vkey = writeKey(verifierKeyOf(origin, of));
  const values = [newId("logKey"), origin, vkey, size, change, into.now()].map((one) =>
    one === null ? "null" : `'${one}'`,
  );
  return into.fresh.directSql(
    `insert into log_keys (id, origin, vkey, size, change, at) values (${values.join(", ")})`,
  );
}

describe("a key that somebody put into the database", () => {
  it("says of no loss that it was accepted: an end that was cut off is found out all the same", async () => {
    const cut = await world.again();
    worlds.push(cut);
    world.enter();
    for (let n = 0; n < 3; n++) await aPlace(world);
    const signed = await sign();
    await anchorInFolder(await system(), signed);
    cut.enter();
    await putKey(cut, `${signed.origin}/2`, 1);
    expect(await departures(cut)).toEqual(["anchor shorter"]);
    await expect(sign()).rejects.toMatchObject({ problem: "departs" });
    // What an auditor accepts does count, and is an entry.
    await cut.do("auditor", acceptLoss, { reason: "The disk failed, and the backup was put back." });
    expect((await sign()).origin).toBe(`${signed.origin}/2`);
  });

  it("signs nothing for the log, with no change, with rubbish, or with one that the key before did not sign", async () => {
    const { origin } = await sign();
    const log = origin.slice("attest/".length);
    const { store } = await system();
    const [own] = await keysOfLog(store.read, log);
    const changeTo = (next: Buffer, from: VerifierKey) =>
      signKeyChange(origin, 2, other, next, { from, to: verifierKeyOf(origin, next) });
    const put: ((next: Buffer) => string | null)[] = [
      () => null,
      () => "rubbish",
      (next) => changeTo(next, verifierKeyOf(origin, other)),
      (next) => changeTo(next, own!.key), // in its name, and not by it
    ];
    for (const [n, change] of put.entries()) {
      const next = Buffer.alloc(32, 20 + n);
      await putKey(world, origin, 2, change(next), next);
    }
    expect(await keysOfLog(store.read, log)).toEqual([own]);
    await aPlace(world);
    expect((await sign()).note.signatures.map(({ keyId }) => keyId)).toEqual([own!.key.keyId]);
  });
});

describe("the keys of a log", () => {
  it("count each within its own range of sizes", () => {
    const origin = "attest/lg_0000000000000000000001";
    const root = "0".repeat(64);
    const keys = [
      { origin, vkey: "", key: verifierKeyOf(origin, seed), size: 0, until: 10, change: null },
      { origin, vkey: "", key: verifierKeyOf(origin, other), size: 10, until: null, change: null },
    ];
    const isCounted = (size: number, by: Buffer) =>
      counts(readCheckpoint(signCheckpoint({ origin, size, root }, by))!, keys);
    expect([9, 10, 11].map((size) => isCounted(size, seed))).toEqual([true, true, false]);
    expect([9, 10, 11].map((size) => isCounted(size, other))).toEqual([false, true, true]);
  });

  it("are named with the checkpoint that they signed, also between an exchange and the next checkpoint", async () => {
    const { raw, origin } = await sign();
    await world.do("administrator", rotateLogKey, {});
    const { store } = await system();
    const [old, now] = await keysOfLog(store.read, origin.slice("attest/".length));
    const { signed } = await world.ask("auditor", exportLog, { caseCode: null });
    expect(signed).toEqual({ checkpoint: raw, vkey: old!.vkey });
    await sign();
    expect((await world.ask("auditor", exportLog, { caseCode: null })).signed?.vkey).toBe(now!.vkey);
  });
});

describe("a folder of checkpoints that cannot be read", () => {
  it("is said to be closed, at the start too, and nothing is signed until it opens", async () => {
    await sign();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "no folder");
    expect(await departures()).toEqual(["anchor closed"]);
    const lines: string[] = [];
    await sayDepartures(await system(), (line) => lines.push(line));
    expect(lines.join("\n")).toContain("cannot be read");
    await aPlace(world);
    await expect(sign()).rejects.toMatchObject({ problem: "departs" });
    rmSync(folder);
    await sign();
  });

  it("holds a checkpoint that cannot be read where a name leads nowhere", async () => {
    const { origin, size } = await sign();
    const name = `${origin.slice("attest/".length)}-1.${String(size).padStart(15, "0")}.note`;
    symlinkSync(join(folder, "nowhere"), join(folder, name));
    expect(await departures()).toEqual(["anchor unreadable"]);
  });
});
