import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { jobs } from "#db/schema/index.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { recordKeysOf, system } from "#lib/core/system.ts";
import { runNextJob } from "#lib/jobs/runner.ts";
import { plainSizeOf } from "#lib/platform/sealed-file.ts";
import { withdrawConsent } from "#lib/consent/commands/withdraw-consent.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { aReadyExport, aReleasedTestimony, anExport } from "#lib/testing/specimens/exports.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { failExport } from "./commands/fail-export.ts";
import { finishExport } from "./commands/finish-export.ts";
import { writeBag } from "./formats/bagit.ts";
import { buildExport, sealPlainBags, sweepBags } from "./jobs.ts";
import { readExport } from "./queries/read-export.ts";
import { aBagOf, openedBag } from "./testing/a-bag.ts";
import { bagFolder, bagPath } from "./vocabulary.ts";

let world: World;
let folder: string;
beforeEach(async () => {
  world = await aWorld();
  folder = bagFolder(world.fresh.folder);
});
afterEach(() => world.close());

const runJob = () => runNextJob({ "export.build": buildExport });
const bagOf = (exportId: string) => bagPath(world.fresh.folder, exportId);
const partOf = (exportId: string) => `${bagOf(exportId)}.${randomUUID()}.part`;

/** The state in which a killed server leaves a job, once the next one has put it back into the queue. */
const requeued = async (exportId: string) =>
  keepBooks(await system(), async (tx) => {
    await tx.update(jobs).set({ status: "queued" }).where(eq(jobs.subjectId, exportId));
  });

function files(...paths: string[]) {
  mkdirSync(folder, { recursive: true });
  for (const path of paths) writeFileSync(path, "bytes");
}

// The bag is written in a worker from rows alone: one database is enough to try it on.
describe.runIf(process.env["ATTEST_TEST_DIALECT"] !== "postgres")("a build that was cut off", () => {
  it("after the bag was noted leaves bag and hash as they are when its job runs again", async () => {
    const { id } = await anExport(world);
    await runJob();
    const bytes = readFileSync(bagOf(id));
    const noted = await world.ask("legal_officer", readExport, { exportId: id });
    await aReleasedTestimony(world);
    await requeued(id);
    expect(await runJob()).toBe(true);
    expect(readFileSync(bagOf(id)).equals(bytes)).toBe(true);
    expect(await world.ask("legal_officer", readExport, { exportId: id })).toEqual(noted);
  });

  it("before the bag was noted leaves nothing beside the bag that is built then", async () => {
    const { id } = await anExport(world);
    files(bagOf(id), partOf(id));
    await runJob();
    expect(readdirSync(folder)).toEqual([`${id}.zip`]);
    const { status, sizeBytes } = await world.ask("legal_officer", readExport, { exportId: id });
    expect([status, sizeBytes]).toEqual(["ready", plainSizeOf(statSync(bagOf(id)).size).sizeBytes]);
  });

  it("never puts a bag in the place of another", async () => {
    const outputPath = join(world.fresh.folder, "one.zip");
    const bag = {
      name: "B",
      payload: [],
      info: [],
      at: new Date(0),
      outputPath,
      through: () => new PassThrough(),
    };
    await writeBag(bag);
    await expect(writeBag(bag)).rejects.toThrow("stands there already");
    expect(readdirSync(world.fresh.folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});

describe("bags from before they were sealed", () => {
  it("are sealed if they are what is on record, and are gone otherwise, with what was left half-built", async () => {
    const [ready, other, queued] = [await anExport(world), await aReadyExport(world), await anExport(world)];
    const sys = await system();
    const bytes = Buffer.from("PK of an older version");
    await world.do("legal_officer", finishExport, {
      exportId: ready.id,
      version: ready.version,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      sizeBytes: bytes.length,
      included: [],
      withheld: [],
      expiresAt: world.now() + 86_400_000,
      leakScan: "empty",
    });
    files(bagOf(other.id), partOf(queued.id));
    writeFileSync(bagOf(ready.id), bytes);
    await sealPlainBags(sys, () => undefined);
    await sealPlainBags(sys, () => undefined);
    expect(readdirSync(folder)).toEqual([`${ready.id}.zip`]);
    expect(readFileSync(bagOf(ready.id)).includes("PK of")).toBe(false);
    const to = join(world.fresh.folder, "opened.zip");
    const named = { exportId: ready.id, caseId: world.caseId };
    expect(readFileSync(await openedBag(sys, named, to)).equals(bytes)).toBe(true);
  });
});

describe("the sweeper", () => {
  it("has nothing to do before the first export", async () => {
    await sweepBags();
    expect(existsSync(folder)).toBe(false);
  });

  it("deletes what expired, failed or was cut off, and nothing that can be fetched or is being built", async () => {
    const expired = await aReadyExport(world);
    world.pass(6 * 86_400_000);
    const [ready, queued, failed] = [await aReadyExport(world), await anExport(world), await anExport(world)];
    await world.do("legal_officer", failExport, {
      exportId: failed.id,
      version: failed.version,
      problem: "fault",
    });
    const stays = [bagOf(ready.id), bagOf(queued.id), partOf(queued.id), join(folder, "notes.txt")];
    files(...stays, bagOf(expired.id), bagOf(failed.id), partOf(failed.id), partOf(ready.id));
    world.pass(86_400_000);
    await sweepBags();
    expect(
      readdirSync(folder)
        .map((name) => join(folder, name))
        .toSorted(),
    ).toEqual(stays.toSorted());
  });

  it("deletes a bag with a testimony that may no longer leave", async () => {
    const { id: testimonyId } = await aReleasedTestimony(world);
    const { id } = await aReadyExport(world, [testimonyId]);
    const sys = await system();
    await aBagOf(sys, { exportId: id, caseId: world.caseId }, "bytes");
    await sweepBags();
    expect([existsSync(bagOf(id)), recordKeysOf(sys).has(id)]).toEqual([true, true]);
    const { testimony } = await world.ask("investigator", readTestimony, { testimonyId });
    const witnessId = testimony.witnessId ?? "";
    await world.do("protection_officer", withdrawConsent, { witnessId, seen: 2, cells: null });
    await sweepBags();
    expect([existsSync(bagOf(id)), recordKeysOf(sys).has(id)]).toEqual([false, false]);
  });
});
