import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { desc } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { dialect } from "#db/columns.ts";
import { anchorFaults, auditAnchors, auditCheckpoints, auditEvents } from "#db/schema/index.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { isSignedByOneOf, readCheckpoint, readKeyChange, signCheckpoint } from "./checkpoint.ts";
import { checkpointNow } from "./checkpoints.ts";
import { acceptLoss } from "./commands/accept-loss.ts";
import { notePrint } from "./commands/note-print.ts";
import { rotateLogKey } from "./commands/rotate-log-key.ts";
import { anchorInFolder } from "./anchors/folder.ts";
import { notedOutside } from "./elsewhere.ts";
import { isDue, WEIGHTY } from "./keep-checkpoints.ts";
import { keysOfLog } from "./log-keys.ts";
import { checkNow } from "./nightly-check.ts";
import { checkpointsIn } from "./note-files.ts";
import { readStanding } from "./queries/read-standing.ts";
import { sayDepartures } from "./say-departures.ts";
import { verifyLog } from "./verify-log.ts";
import { commands, queries } from "#lib/registry.ts";

const worlds: World[] = [];
let world: World;
let folder: string;
beforeEach(async () => {
  world = await aWorld();
  worlds.push(world);
  folder = mkdtempSync(join(tmpdir(), "attest-anchor-"));
  process.env["ATTEST_ANCHOR_FOLDER"] = folder;
});
afterEach(() => {
  delete process.env["ATTEST_ANCHOR_FOLDER"];
  rmSync(folder, { recursive: true, force: true });
});
afterAll(async () => {
  for (const one of worlds) await one.close();
});

const sign = async () => checkpointNow(await system());
const standing = () => world.ask("auditor", readStanding, {});
const said = async (): Promise<string> => {
  const lines: string[] = [];
  await sayDepartures(await system(), (line) => lines.push(line));
  return lines.join("\n");
};
const whole = async () => {
  const sys = await system();
  return verifyLog(sys.store.read, sys.keys, await notedOutside(sys.store.read, sys.dataFolder));
};
/** Statements that get past the triggers of a table. */
const past = (table: string, triggers: readonly string[], statement: string) =>
  [
    ...triggers.map((name) => `drop trigger ${table}_${name}${dialect === "postgres" ? ` on ${table}` : ""}`),
    statement,
  ].join(";\n");

describe("a checkpoint", () => {
  it("is signed over the log as it is, kept on record and as a file, and once for each size", async () => {
    const signed = (await sign())!;
    const { store, dataFolder } = await system();
    const [last] = await store.read.select().from(auditEvents).orderBy(desc(auditEvents.seq)).limit(1);
    expect(signed.size).toBe(last!.seq);
    const [, log = ""] = signed.origin.split("/");
    const keys = (await keysOfLog(store.read, log)).map(({ key }) => key);
    expect(last!.body).toContain(`"log":"${log}"`);
    expect(isSignedByOneOf(signed, keys)).toBe(true);
    expect(await sign()).toEqual(signed);
    expect(readdirSync(checkpointsIn(dataFolder))).toHaveLength(1);
    await aPlace(world);
    const next = (await sign())!;
    expect(next.size).toBeGreaterThan(signed.size);
    expect(await store.read.select().from(auditCheckpoints)).toHaveLength(2);
    expect((await whole()).verdict).toBe("holds");
  });

  it("is signed once where two ask for it at the same time", async () => {
    const sys = await system();
    await sign();
    await aPlace(world);
    const [one, other] = await Promise.all([checkpointNow(sys), checkpointNow(sys)]);
    expect(one).toEqual(other);
    expect(await sys.store.read.select().from(auditCheckpoints)).toHaveLength(2);
  });

  it("is due after 256 entries, after five minutes, or after what weighs much", async () => {
    await sign();
    const sys = await system();
    expect(await isDue(sys)).toBe(false);
    await aPlace(world);
    expect(await isDue(sys)).toBe(false);
    world.pass(5 * 60_000);
    expect(await isDue(sys)).toBe(true);
    await sign();
    await world.do("administrator", rotateLogKey, {});
    expect(await isDue(sys)).toBe(true);
    const acts = new Set([...commands, ...queries].map(({ name }) => name));
    for (const act of WEIGHTY) expect(acts, act).toContain(act);
  });

  it("is not signed with another key, or without one, and that is said", async () => {
    await sign();
    await aPlace(world);
    const sys = await system();
    const other = { ...sys, keys: keysFrom(Buffer.alloc(32, 77)) };
    await expect(checkpointNow(other)).rejects.toMatchObject({ problem: "key_missing" });
    await world.fresh.directSql("delete from log_secrets");
    await expect(sign()).rejects.toMatchObject({ problem: "key_missing" });
    expect((await standing()).standing).toMatchObject({ problem: "key_missing" });
    expect(await said()).toContain("The key that signs the log is missing");
  });

  it("is not signed over entries that were changed since the last one", async () => {
    await sign();
    await aPlace(world);
    const change = `update audit_events set actor = 'p_other' where seq = (select max(seq) from audit_events)`;
    await world.fresh.directSql(past("audit_events", ["append_only_update"], change));
    await expect(sign()).rejects.toMatchObject({ problem: "broken" });
  });

  it("is not signed after one that nobody with the key signed", async () => {
    const { origin, size, root } = (await sign())!;
    const forged = signCheckpoint({ origin, size: size + 5, root }, Buffer.alloc(32, 5));
    await world.fresh.directSql(
      `insert into audit_checkpoints (size, origin, root, note, at) values (${size + 5}, '${origin}', '${root}', '${forged}', 0)`,
    );
    for (let n = 0; n < 4; n++) await aPlace(world);
    await expect(sign()).rejects.toMatchObject({ problem: "forged" });
    expect((await whole()).chain).toMatchObject({ ok: false, why: "checkpoint", firstBad: size + 5 });
  });
});

describe("an old backup that was put back", () => {
  /** The world goes on after a copy of its database was made, and is then as the copy is. */
  async function restored() {
    await sign();
    const copy = await world.again();
    worlds.push(copy);
    world.enter();
    await aPlace(world);
    const sys = await system();
    await anchorInFolder(sys, (await checkpointNow(sys))!);
    copy.enter();
    world = copy;
  }

  it("is found out against the anchor, said at the start, and not signed", async () => {
    await restored();
    expect(await said()).toMatch(
      /not the one that was signed[\s\S]*In the folder of anchors[\s\S]*old backup put back/,
    );
    await expect(sign()).rejects.toMatchObject({ problem: "departs" });
    expect((await standing()).standing?.departures).toMatchObject([{ where: "anchor", why: "shorter" }]);
    expect((await whole()).chain).toMatchObject({ ok: false, why: "missing" });
  });

  it("is found out also when the log has grown past the checkpoint since", async () => {
    await restored();
    for (let n = 0; n < 4; n++) await aPlace(world);
    expect((await standing()).standing?.departures).toMatchObject([{ where: "anchor", why: "other" }]);
    expect((await whole()).chain).toMatchObject({ ok: false, why: "noted_root" });
  });

  it("goes on under another origin once an auditor has said why", async () => {
    await restored();
    await expect(
      world.do("administrator", acceptLoss, { reason: "the disk was lost" }),
    ).rejects.toBeInstanceOf(Refused);
    const { origin } = await world.do("auditor", acceptLoss, {
      reason: "the disk was lost, backup of yesterday",
    });
    expect(origin).toMatch(/\/2$/);
    expect((await sign())?.origin).toBe(origin);
    expect(await said()).toBe("");
    expect((await whole()).verdict).toBe("holds");
    await expect(world.do("auditor", acceptLoss, { reason: "once more, to be sure" })).rejects.toBeInstanceOf(
      Conflict,
    );
  });
});

describe("what lies elsewhere", () => {
  it("may be damaged: that is said, and nothing is signed", async () => {
    const { dataFolder } = await system();
    const { size } = (await sign())!;
    const [name] = readdirSync(checkpointsIn(dataFolder));
    writeFileSync(join(checkpointsIn(dataFolder), name!), "rubbish");
    await aPlace(world);
    await expect(sign()).rejects.toMatchObject({ problem: "departs" });
    expect((await standing()).standing?.departures).toEqual([{ where: "data", size, why: "unreadable" }]);
  });

  it("is kept as an anchor once, and a folder that is away is a fault until it is back", async () => {
    const sys = await system();
    rmSync(folder, { recursive: true });
    await anchorInFolder(sys, (await sign())!);
    expect(await sys.store.read.select().from(anchorFaults)).toMatchObject([
      { kind: "folder", problem: "folder_unwritable" },
    ]);
    mkdirSync(folder);
    const signed = (await sign())!;
    await anchorInFolder(sys, signed);
    await anchorInFolder(sys, signed);
    expect(await sys.store.read.select().from(anchorFaults)).toEqual([]);
    expect(await sys.store.read.select().from(auditAnchors)).toMatchObject([
      { kind: "folder", size: signed.size },
    ]);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await standing()).toMatchObject({ newestAt: world.now() });
  });

  it("may be a sheet of paper, on the word of an auditor", async () => {
    const { size } = (await sign())!;
    await world.do("auditor", notePrint, { size, place: "safe of the office" });
    expect((await standing()).anchors).toMatchObject([{ kind: "print", place: "safe of the office", size }]);
    await expect(world.do("auditor", notePrint, { size: size + 999, place: "safe" })).rejects.toThrow();
  });
});

describe("the key of the log", () => {
  it("is exchanged by a note that both signed, and checkpoints go on", async () => {
    const before = (await sign())!;
    await world.do("administrator", rotateLogKey, {});
    const { store } = await system();
    const log = before.origin.slice("attest/".length);
    const [old, now] = await keysOfLog(store.read, log);
    expect(readKeyChange(now!.change!)).toMatchObject({
      origin: before.origin,
      from: old!.key,
      to: now!.key,
    });
    const after = (await sign())!;
    expect(after.origin).toBe(before.origin);
    expect(isSignedByOneOf(after, [now!.key])).toBe(true);
    expect(isSignedByOneOf(after, [old!.key])).toBe(false);
    expect((await whole()).verdict).toBe("holds");
  });
});

describe("the whole check", () => {
  it("names a range where a log was mended after a change, tree and head included", async () => {
    const first = (await sign())!;
    for (let n = 0; n < 3; n++) await aPlace(world);
    const second = (await sign())!;
    const { store } = await system();
    expect(readCheckpoint(second.raw)).not.toBeNull();
    await world.fresh.directSql(
      past(
        "audit_subtrees",
        ["append_only_update"],
        `update audit_subtrees set hash = '${"0".repeat(64)}' where id = ${64 * 4 + 2}`,
      ),
    );
    expect((await whole()).chain).toMatchObject({ ok: false, why: "tree", firstBad: 4 });
    expect(first.size).toBeLessThan(second.size);
    expect(await store.read.select().from(auditCheckpoints)).toHaveLength(2);
  });

  it("is made every night, and what it finds is kept in mind until it is mended", async () => {
    const sys = await system();
    await aPlace(world);
    await checkNow(sys);
    expect((await standing()).faults).toEqual([]);
    await world.fresh.directSql("update places set name = 'Elsewhere'");
    await checkNow(sys);
    expect((await standing()).faults).toMatchObject([{ kind: "check", problem: "rows_differ" }]);
  });
});
