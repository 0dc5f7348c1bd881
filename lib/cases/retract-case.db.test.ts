import { afterEach, beforeEach, expect, it } from "vitest";
import { setConsent } from "#lib/testimonies/commands/set-consent.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { amendCase } from "./commands/amend-case.ts";
import { retractCase } from "./commands/retract-case.ts";
import { readRights } from "./queries/read-rights.ts";
import { readCase } from "./queries/read-case.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const retract = (version = 1) =>
  world.do("legal_officer", retractCase, { caseId: world.caseId, version, reason: "opened twice" });

it("leaves a retracted case readable, marked, and closed to new records and to changes of its own", async () => {
  const { id } = await aTestimony(world);
  await retract();
  expect(await world.ask("investigator", readCase, { caseId: world.caseId })).toMatchObject({
    retractedAt: world.now(),
    retractionReason: "opened twice",
    may: { amend: false, write: false },
  });
  await expect(world.ask("reviewer", readTestimony, { testimonyId: id })).resolves.toHaveProperty(
    "testimony",
  );
  await expect(aPlace(world)).rejects.toThrow("case.retracted");
  const { rights } = await world.ask("investigator", readRights, { caseId: world.caseId });
  expect(rights).toContain("testimony.read");
  expect(rights.filter((right) => right.endsWith(".write"))).toEqual([]);
  const fields = { caseId: world.caseId, version: 2, title: "Another", titleAr: null, summary: "Another" };
  await expect(world.do("investigator", amendCase, fields)).rejects.toThrow("record.retracted");
  await expect(retract(2)).rejects.toThrow("record.retracted");
});

it("still lets a witness take a consent back", async () => {
  const { id, version } = await aTestimony(world);
  await retract();
  const consent = { consentInternal: "no", consentExport: "no", reason: "asked us to" } as const;
  await expect(
    world.do("protection_officer", setConsent, { testimonyId: id, version, ...consent }),
  ).resolves.toMatchObject({ id });
});
