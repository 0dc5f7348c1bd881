import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { testimonies } from "#db/schema/index.ts";
import { setConsent } from "#lib/testimonies/commands/set-consent.ts";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { aReleasedTestimony, anExport } from "#lib/testing/specimens/exports.ts";
import { anAcceptedTestimony, aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { nowStaying } from "./find/staying.ts";
import { sweepBags } from "./jobs.ts";
import { whyTestimonyStays } from "./rules/release.ts";
import { bagFolder, bagPath } from "./vocabulary.ts";

/** What happens in the house just before the folder is read. */
const meanwhile = vi.hoisted(() => ({ happens: async () => {} }));
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const readdir = async (folder: string) => {
    await meanwhile.happens();
    return real.readdir(folder);
  };
  return { ...real, readdir };
});

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(async () => {
  meanwhile.happens = async () => {};
  await world.close();
});

it("leaves a bag alone whose build began while the sweeper was at work", async () => {
  const folder = bagFolder(world.fresh.folder);
  mkdirSync(folder);
  meanwhile.happens = async () => {
    writeFileSync(bagPath(world.fresh.folder, (await anExport(world)).id), "bytes");
  };
  await sweepBags();
  expect(readdirSync(folder)).toHaveLength(1);
});

it("judges an account in the database as the rule of release does", async () => {
  await aReleasedTestimony(world);
  await aTestimony(world);
  const consents = [
    ["yes", "no"],
    ["no", "yes"],
    ["not_asked", "yes"],
    ["yes", "not_asked"],
  ] as const;
  for (const [consentInternal, consentExport] of consents) {
    const { id: testimonyId, version } = await anAcceptedTestimony(world);
    const answers = { consentInternal, consentExport, reason: "asked" };
    await world.do("protection_officer", setConsent, { testimonyId, version, ...answers });
  }
  const { id: testimonyId, version } = await aReleasedTestimony(world);
  await world.do("investigator", retractTestimony, { testimonyId, version, reason: "recorded twice" });
  const { read } = world.fresh.store;
  const rows = await read.select().from(testimonies);
  const kept = rows.filter((row) =>
    whyTestimonyStays({ ...row, keptByGate: null, retracted: row.retractedAt !== null }),
  );
  expect([rows.length, kept.length]).toEqual([7, 6]);
  expect((await nowStaying(read, world.caseId)).toSorted()).toEqual(kept.map(({ id }) => id).toSorted());
});
