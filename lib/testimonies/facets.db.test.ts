import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { assignRecord } from "#lib/assignments/commands/assign-record.ts";
import { TESTIMONY_INCIDENT_RELATIONS } from "#lib/codebook/vocabulary.ts";
import { Invalid, NotFound } from "#lib/core/refusals.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { aLink } from "#lib/testing/specimens/links.ts";
import { aSubmittedTestimony, aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { retractTestimony } from "./commands/retract-testimony.ts";
import { countTestimoniesBy } from "./queries/count-testimonies-by.ts";
import { listTestimonies } from "./queries/list-testimonies.ts";
import type { testimonyFacets } from "./vocabulary.ts";

type By = keyof typeof testimonyFacets;
type Filters = Omit<z.input<typeof listTestimonies.input>, "caseId" | "page">;

let world: World;
let witness: { id: string; code: string };
const ask = (by: By, filters: Filters = {}) =>
  world.ask("reviewer", countTestimoniesBy, { caseId: world.caseId, by, ...filters });
const counted = async (by: By, filters: Filters = {}) =>
  Object.fromEntries((await ask(by, filters)).values.map(({ value, count }) => [value ?? "unset", count]));
const listed = async (filters: Filters) =>
  (await world.ask("reviewer", listTestimonies, { caseId: world.caseId, ...filters, page: {} })).total;

describe("the filters of testimonies", () => {
  beforeAll(async () => {
    world = await aWorld();
    witness = await aWitness(world);
    await aTestimony(world, { witnessId: witness.id, takenEdtf: "2031-02-18" });
    await aTestimony(world, { witnessId: witness.id, takenEdtf: "2031-03-01", basis: "B3" });
    await aTestimony(world, { takenEdtf: null, originalLanguage: "ar" });
    const { id } = await aSubmittedTestimony(world, { takenEdtf: "2031-02", originalLanguage: "ar" });
    const incident = await anIncident(world);
    await aLink(world, "testimony_incident", id, incident.id, { role: TESTIMONY_INCIDENT_RELATIONS[0] });
    await world.do("investigator", assignRecord, {
      recordId: id,
      assigneeId: world.person("reviewer").accountId,
    });
    const gone = await aTestimony(world, { witnessId: witness.id, basis: "B7" });
    await world.do("investigator", retractTestimony, {
      testimonyId: gone.id,
      version: gone.version,
      reason: "recorded twice",
    });
  });
  afterAll(() => world.close());

  it("say how many rows each value has, as the list then shows them, and none of what was taken back", async () => {
    expect(await counted("stage")).toEqual({ draft: 3, submitted: 1 });
    expect(await counted("basis")).toEqual({ B2: 3, B3: 1 });
    expect(await counted("language")).toEqual({ en: 2, ar: 2 });
    expect(await counted("incident")).toEqual({ none: 3, linked: 1 });
    expect(await counted("assigned")).toEqual({ nobody: 3, me: 1 });
    expect(await counted("sourceId")).toEqual({ unset: 4 });
    expect(await listed({ basis: "B3" })).toBe(1);
    expect(await listed({ language: "ar" })).toBe(2);
    expect(await listed({ incident: "none" })).toBe(3);
    expect(await listed({ assigned: "me" })).toBe(1);
    expect(await listed({ assigned: "others" })).toBe(0);
    expect(await listed({ assigned: "nobody" })).toBe(3);
    expect(await listed({ sourceId: "unset" })).toBe(4);
    expect(await listed({ witnessId: "unset" })).toBe(0);
  });

  it("name a witness by code, and count under the other filters but not their own", async () => {
    const { names } = await ask("witnessId");
    expect(names).toContainEqual({ id: witness.id, name: witness.code, nameAr: null });
    expect((await counted("witnessId"))[witness.id]).toBe(2);
    expect(await counted("basis", { witnessId: witness.id })).toEqual({ B2: 1, B3: 1 });
    expect(await counted("basis", { witnessId: witness.id, basis: "B2" })).toEqual({ B2: 1, B3: 1 });
  });

  it("take days, both included, by the day on which a date begins; what is undated is in no range", async () => {
    expect(await listed({ takenFrom: "2031-02-18", takenTo: "2031-02-18" })).toBe(1);
    expect(await listed({ takenFrom: "2031-02-01", takenTo: "2031-02-28" })).toBe(2);
    expect(await listed({ takenFrom: "2031-02-19" })).toBe(1);
    expect(await listed({ takenTo: "2031-02-17" })).toBe(1);
    await expect(ask("stage", { takenFrom: "2031-02-3" })).rejects.toThrow(Invalid);
  });

  it("take the days of an event by the first day that its date names", async () => {
    for (const eventEdtf of ["2032", "2032-03~", "2032-05-07/2032-06", "[2032-08-09,2032-09]", "2032-11-XX"])
      await aTestimony(world, { eventEdtf });
    for (const eventEdtf of ["203X", "../2032-05-07", "[..2032-05-07]", "XXXX-XX-XX", null])
      await aTestimony(world, { eventEdtf });
    const on = (eventFrom: string, eventTo: string) => listed({ eventFrom, eventTo });
    expect(await on("2032-01-01", "2032-01-01")).toBe(1);
    expect(await on("2032-03-01", "2032-03-10")).toBe(1);
    expect(await on("2032-05-07", "2032-05-07")).toBe(1);
    expect(await on("2032-08-09", "2032-08-09")).toBe(1);
    expect(await on("2032-11-01", "2032-11-01")).toBe(1);
    expect(await on("2030-01-01", "2030-12-31")).toBe(1);
    expect(await on("2032-01-02", "2032-02-28")).toBe(0);
    expect(await listed({ eventFrom: "2032-01-01" })).toBe(5);
    expect(await listed({ eventTo: "2030-12-31" })).toBe(1);
  });

  it("count nothing for somebody outside the case", async () => {
    const outside = { caseId: world.caseId, by: "witnessId" } as const;
    await expect(world.ask("stranger", countTestimoniesBy, outside)).rejects.toThrow(NotFound);
    const elsewhere = { ...outside, caseId: world.otherCaseId };
    await expect(world.ask("reviewer", countTestimoniesBy, elsewhere)).rejects.toThrow(NotFound);
  });
});
