import { afterAll, beforeAll, expect, it } from "vitest";
import { NotFound } from "#lib/core/refusals.ts";
import { incidentFields } from "#lib/testing/specimens/incidents.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { recordIncident } from "./commands/record-incident.ts";
import { retractIncident } from "./commands/retract-incident.ts";
import { countIncidentsBy } from "./queries/count-incidents-by.ts";
import { listIncidents } from "./queries/list-incidents.ts";
import type { incidentFacets } from "./vocabulary.ts";

let world: World;
const counted = async (by: keyof typeof incidentFacets, filters: object = {}) => {
  const asked = { caseId: world.caseId, by, ...filters };
  const { values, isWhole } = await world.ask("reviewer", countIncidentsBy, asked);
  expect(isWhole).toBe(true);
  return Object.fromEntries(values.map(({ value, count }) => [value ?? "unset", count]));
};

beforeAll(async () => {
  world = await aWorld();
  const record = (more: object) =>
    world.do("investigator", recordIncident, { ...incidentFields(world), caseId: world.caseId, ...more });
  await record({});
  await record({ violations: ["K1"], victimGroup: null });
  await record({ violations: [], victimGroup: null, recordKind: "pattern", occurredEdtf: null });
  const { id, version } = await record({ recordKind: "umbrella" });
  await world.do("investigator", retractIncident, { incidentId: id, version, reason: "recorded twice" });
});
afterAll(() => world.close());

it("counts incidents by the values of a filter, by each violation of a list, and those without a value", async () => {
  expect(await counted("recordKind")).toEqual({ event: 2, pattern: 1 });
  expect(await counted("violation")).toEqual({ K1: 2, L3: 1, unset: 1 });
  expect(await counted("victimGroup")).toEqual({ unset: 2, civilians_unspecified: 1 });
  expect(await counted("victimGroup", { violation: "L3" })).toEqual({ civilians_unspecified: 1 });
  expect(await counted("place")).toEqual({ none: 3 });
});

it("lists what it counted", async () => {
  const listed = async (filters: object) =>
    (await world.ask("reviewer", listIncidents, { caseId: world.caseId, ...filters, page: {} })).total;
  expect(await listed({ victimGroup: "unset" })).toBe(2);
  expect(await listed({ place: "linked" })).toBe(0);
  expect(await listed({ violation: "unset" })).toBe(1);
  expect(await listed({ occurredFrom: "2031-02-14", occurredTo: "2031-02-14" })).toBe(2);
  expect(await listed({ occurredFrom: "2031-02-15" })).toBe(0);
});

it("counts nothing for somebody outside the case", async () => {
  const asked = { caseId: world.caseId, by: "recordKind" } as const;
  await expect(world.ask("stranger", countIncidentsBy, asked)).rejects.toThrow(NotFound);
});
