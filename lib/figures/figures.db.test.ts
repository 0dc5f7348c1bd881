import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { Invalid, NotFound } from "#lib/core/refusals.ts";
import { aFigure, figureFields } from "#lib/testing/specimens/figures.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aSource } from "#lib/testing/specimens/sources.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { amendFigure } from "./commands/amend-figure.ts";
import { recordFigure } from "./commands/record-figure.ts";
import { retractFigure } from "./commands/retract-figure.ts";
import { compareFigures } from "./queries/compare-figures.ts";
import { listFigures } from "./queries/list-figures.ts";
import { readFigure } from "./queries/read-figure.ts";
import { suggestFigures } from "./queries/suggest-figures.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  const { accountId } = world.person("investigator");
  const membership = { caseId: world.otherCaseId, accountId, role: "investigator" as const, expiresAt: null };
  await world.do("administrator", admitMember, membership);
});
afterAll(() => world.close());

const read = (figureId: string) => world.ask("reviewer", readFigure, { figureId });
const idsOf = async (more: object) =>
  (await world.ask("reviewer", listFigures, { caseId: world.caseId, page: {}, ...more })).rows.map(
    ({ id }) => id,
  );
const labels = async (text: string) =>
  (await world.ask("investigator", suggestFigures, { caseId: world.caseId, text })).options;

describe("figures", () => {
  it("keep an exact number once as its own bounds, and a later correction whole", async () => {
    const { id, version } = await aFigure(world, { min: 1479, max: null });
    expect(await read(id)).toMatchObject({ min: 1479, max: 1479, minExclusive: false, certainty: "exact" });

    const corrected = await figureFields(world, { certainty: "more_than", min: 1700, max: null, note: null });
    const after = await world.do("investigator", amendFigure, { ...corrected, figureId: id, version });
    expect(await read(id)).toMatchObject({ min: 1700, max: null, minExclusive: true, note: null });

    const words = await figureFields(world, {
      certainty: "unquantified",
      min: null,
      max: null,
      valueText: "dozens",
    });
    await world.do("investigator", amendFigure, { ...words, figureId: id, version: after.version });
    expect(await read(id)).toMatchObject({ min: null, max: null, minExclusive: false, valueText: "dozens" });
  });

  it("refuse bounds that the source did not give, on every way in", async () => {
    const wrong = { certainty: "at_least" as const, min: 10, max: 20 };
    const refused = { fields: [{ path: "max", code: "figure.bound_not_claimed" }] };
    await expect(aFigure(world, wrong)).rejects.toMatchObject(refused);
    const { id, version } = await aFigure(world);
    const change = { ...(await figureFields(world, wrong)), figureId: id, version };
    await expect(world.do("investigator", amendFigure, change)).rejects.toMatchObject(refused);
    await expect(aFigure(world, { incidentId: null })).rejects.toBeInstanceOf(Invalid);
    await expect(aFigure(world, { min: -1 })).rejects.toMatchObject({
      fields: [{ path: "min", code: "too_low" }],
    });
  });

  it("show what they point to, and say when there is nothing", async () => {
    const place = await aPlace(world);
    const carrier = await aSource(world);
    const { id } = await aFigure(world, { placeId: place.id, reportedViaId: carrier.id });
    expect(await read(id)).toMatchObject({
      place: { id: place.id, code: place.code },
      reportedVia: { id: carrier.id, code: carrier.code },
      source: { name: world.marked("monitor") },
      incident: { title: world.marked("incident") },
      may: { write: false },
    });
    const bare = await aFigure(world, { scope: "whole_event", incidentId: null });
    expect(await read(bare.id)).toMatchObject({ place: null, reportedVia: null, incident: null });
    expect(await world.ask("investigator", readFigure, { figureId: id })).toMatchObject({
      may: { write: true },
    });
  });

  it("never point into another case, even for someone who is in both", async () => {
    const elsewhere = { ...world, caseId: world.otherCaseId };
    const strayIds = {
      sourceId: (await aSource(elsewhere)).id,
      reportedViaId: (await aSource(elsewhere)).id,
      incidentId: (await anIncident(elsewhere)).id,
      placeId: (await aPlace(elsewhere)).id,
    };
    for (const [field, id] of Object.entries(strayIds)) {
      await expect(aFigure(world, { [field]: id }), field).rejects.toBeInstanceOf(NotFound);
    }
  });

  it("are listed by scope, category, outcome, source and incident; a retracted one is read and not listed", async () => {
    const fields = await figureFields(world, {
      category: "houses",
      outcome: "burned",
      unit: "houses",
      scope: "day",
    });
    const { id, version } = await world.do("investigator", recordFigure, { ...fields, caseId: world.caseId });
    for (const key of ["category", "outcome", "sourceId", "incidentId"] as const) {
      expect(await idsOf({ [key]: fields[key] }), key).toEqual([id]);
    }
    expect(await idsOf({ scope: "day" })).toEqual([id]);
    expect(await idsOf({ scope: "day", category: "civilians" })).toEqual([]);
    await world.do("investigator", retractFigure, { figureId: id, version, reason: "counted elsewhere" });
    expect(await idsOf({ scope: "day" })).toEqual([]);
    expect(await read(id)).toMatchObject({ retractionReason: "counted elsewhere", may: { write: false } });
    expect(
      (await world.ask("reviewer", listFigures, { caseId: world.caseId, scope: "day", page: {} })).total,
    ).toBe(0);
  });

  it("come by their day, in both directions and page by page, those of no day last", async () => {
    const sourceId = (await aSource(world)).id;
    const made = new Map<string | null, string>();
    for (const asOfEdtf of ["2031-03-01", null, "2031-02~", "2031-02-20"]) {
      made.set(asOfEdtf, (await aFigure(world, { sourceId, asOfEdtf })).id);
    }
    const expected = ["2031-02~", "2031-02-20", "2031-03-01", null].map((day) => made.get(day));
    expect(await idsOf({ sourceId })).toEqual(expected);
    expect(await idsOf({ sourceId, direction: "desc" })).toEqual(expected.toReversed());
    const first = await world.ask("reviewer", listFigures, {
      caseId: world.caseId,
      sourceId,
      page: { size: 3 },
    });
    expect(first.total).toBe(4);
    const rest = { caseId: world.caseId, sourceId, page: { size: 3, after: first.next ?? "" } };
    expect((await world.ask("reviewer", listFigures, rest)).rows.map(({ id }) => id)).toEqual([
      made.get(null),
    ]);
  });

  it("stand beside the other figures of their incident, each with what it counts otherwise", async () => {
    const incidentId = (await anIncident(world)).id;
    const { id } = await aFigure(world, { incidentId });
    const same = await aFigure(world, { incidentId, min: 19, max: null, certainty: "at_least" });
    const wounded = await aFigure(world, { incidentId, outcome: "injured", attributedTo: "unknown" });
    const gone = await aFigure(world, { incidentId });
    await world.do("investigator", retractFigure, {
      figureId: gone.id,
      version: gone.version,
      reason: "recorded twice",
    });
    const { beside } = await read(id);
    expect(new Map(beside.map((other) => [other.id, other.comparison]))).toEqual(
      new Map([
        [same.id, { comparable: true }],
        [wounded.id, { comparable: false, because: ["outcome", "attributedTo"] }],
      ]),
    );
    const { id: wider } = await aFigure(world, { scope: "whole_event", incidentId: null });
    expect((await read(wider)).beside).toEqual([]);
  });

  it("are set side by side, two to six of a case, with what each covers and in what they differ", async () => {
    const incidentId = (await anIncident(world)).id;
    const one = await aFigure(world, { incidentId });
    const same = await aFigure(world, { incidentId, asOfEdtf: "2031-02-21", min: 12, max: 12 });
    const wounded = await aFigure(world, { incidentId, asOfEdtf: "2031-02-22", outcome: "injured" });
    const compare = (figureIds: string[], caseId = world.caseId) =>
      world.ask("reviewer", compareFigures, { caseId, figureIds });
    const { figures, differing, pairs } = await compare([wounded.id, one.id, same.id]);
    expect(figures.map(({ id, outcome }) => [id, outcome])).toEqual([
      [one.id, "killed"],
      [same.id, "killed"],
      [wounded.id, "injured"],
    ]);
    expect(differing).toEqual(["outcome"]);
    expect(pairs.map(({ comparable }) => comparable)).toEqual([true, false, false]);
    expect((await compare([one.id, same.id])).differing).toEqual([]);
    await expect(compare([one.id])).rejects.toBeInstanceOf(Invalid);
    await expect(compare(Array.from({ length: 7 }, () => one.id))).rejects.toBeInstanceOf(Invalid);
    await expect(compare([one.id, one.id.replace(/.{4}$/, "0000")])).rejects.toBeInstanceOf(NotFound);
  });

  it("are found by words, by code and by number, and say their number as it was put", async () => {
    const wording = "people counted at the ford";
    const { code } = await aFigure(world, { certainty: "more_than", min: 4711, max: null, wording });
    await aFigure(world, { certainty: "about", min: 4711, max: 4800, wording });
    await aFigure(world, {
      certainty: "unquantified",
      min: null,
      max: null,
      valueText: "several dozen",
      wording,
    });
    await aFigure(world, { certainty: "up_to", min: null, max: 33, wording });
    const said = (await labels("AT THE FORD")).map(({ label }) => label).toSorted();
    expect(said).toEqual(
      [
        `> 4711 · ${wording}`,
        `≈ 4711–4800 · ${wording}`,
        `several dozen · ${wording}`,
        `≤ 33 · ${wording}`,
      ].toSorted(),
    );
    expect((await labels("4711")).map(({ label }) => label)).toHaveLength(2);
    expect(await labels(code.toLowerCase())).toMatchObject([{ code, labelAr: null }]);
    expect(await labels("99999999999999999999")).toEqual([]);
  });
});
