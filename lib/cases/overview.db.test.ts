import { afterEach, beforeEach, expect, it } from "vitest";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { anExport } from "#lib/testing/specimens/exports.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { aSubmittedTestimony, aTestimony, anAcceptedTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { readOverview } from "./queries/read-overview.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const seenBy = (person: PersonKey, caseId = world.caseId) => world.ask(person, readOverview, { caseId });

it("counts what stands, by stage, and leaves out what was retracted and what other cases hold", async () => {
  await aTestimony(world);
  await aTestimony(world);
  await anAcceptedTestimony(world);
  const { id, version } = await aTestimony(world);
  await world.do("investigator", retractTestimony, { testimonyId: id, version, reason: "recorded twice" });
  await anIncident(world);
  const seen = await seenBy("investigator");
  expect(seen.testimonies.toSorted((a, b) => a.count - b.count)).toEqual([
    { value: "accepted", count: 1 },
    { value: "draft", count: 2 },
  ]);
  expect(seen.incidents).toBe(1);
  expect(seen.findings).toEqual([]);
  const other = await seenBy("stranger", world.otherCaseId);
  expect(other).toMatchObject({
    testimonies: [],
    findings: [],
    incidents: 0,
    actors: 0,
    allegations: 0,
    exports: 0,
  });
});

it("shows exports and waiting work only to the roles that have them", async () => {
  await anExport(world);
  await aSubmittedTestimony(world);
  expect(await seenBy("legal_officer")).toMatchObject({ exports: 1, waiting: null });
  expect(await seenBy("reviewer")).toMatchObject({ exports: null, waiting: 1 });
  expect(await seenBy("senior_reviewer")).toMatchObject({ exports: 1, waiting: 1 });
  expect(await seenBy("investigator")).toMatchObject({ exports: null, waiting: null });
});
