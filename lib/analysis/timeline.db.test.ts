import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { incidents, testimonies } from "#db/schema/index.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { newCode, newId } from "#lib/core/ids.ts";
import { NotFound, Refused } from "#lib/core/refusals.ts";
import { recordIncident } from "#lib/incidents/commands/record-incident.ts";
import { retractIncident } from "#lib/incidents/commands/retract-incident.ts";
import { incidentFields } from "#lib/testing/specimens/incidents.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { sortKey } from "#lib/core/uncertain-date.ts";
import { listPictures } from "./queries/list-pictures.ts";
import { readTimeline } from "./queries/read-timeline.ts";
import { COUNTED_MAX, LANE_ITEMS_MAX, REACHING_MAX, type TimelineLane } from "./vocabulary.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const incidentOn = (occurredEdtf: string | null, where = world.caseId) =>
  world.do("investigator", recordIncident, { ...incidentFields(world), occurredEdtf, caseId: where });

async function lane(name: TimelineLane, days: { from?: string; to?: string } = {}) {
  const { lanes } = await world.ask("reviewer", readTimeline, {
    caseId: world.caseId,
    lanes: [name],
    ...days,
  });
  expect(lanes).toHaveLength(1);
  return lanes[0]!;
}
const idsIn = async (name: TimelineLane, from: string, to: string) =>
  (await lane(name, { from, to })).items.map(({ id }) => id);

describe("the timeline of a case", () => {
  it("finds what lies in the days, reaches into them or fades into them, and nothing else", async () => {
    const exact = await incidentOn("2001-03-07");
    const reaching = await incidentOn("2001-01/2001-03-05");
    const open = await incidentOn("2001-02-01/..");
    const before = await incidentOn("2001-02-10");
    const after = await incidentOn("2001-04-02");
    const found = await idsIn("incident", "2001-03-01", "2001-03-31");
    expect(found.toSorted()).toEqual([exact.id, reaching.id, open.id].toSorted());
    expect(found).not.toContain(before.id);
    expect(found).not.toContain(after.id);
  });

  it.each([
    "2002-03-07",
    "2002-03-07~",
    "2002-03",
    "2002-03-XX",
    "2002",
    "2002-XX",
    "200X",
    "20XX",
    "2002-01/2002-06",
    "../2002-03-20",
    "[2002-03-02,2002-03-09]",
    "{2002-03-02,2002-03-09}",
  ])("finds a testimony that tells of %s", async (eventEdtf) => {
    const { id } = await aTestimony(world, { eventEdtf });
    expect(await idsIn("testimony_event", "2002-03-01", "2002-03-10")).toContain(id);
    expect(await idsIn("testimony_event", "1950-01-01", "1950-12-31")).not.toContain(
      eventEdtf.startsWith("..") ? "" : id,
    );
  });

  it("finds a testimony of some month of the year, however many have an open beginning", async () => {
    const { id } = await aTestimony(world, { eventEdtf: "2004-XX" });
    await testimoniesOn("../2001", REACHING_MAX + 1);
    const { items, lookedBack } = await lane("testimony_event", { from: "2004-03-01", to: "2004-03-10" });
    expect(items.map((one) => one.id)).toContain(id);
    expect(lookedBack).toBe(true);
  });

  it("leaves out what was retracted, and what another case holds", async () => {
    const { accountId } = world.person("investigator");
    await world.do("administrator", admitMember, {
      caseId: world.otherCaseId,
      accountId,
      role: "investigator",
      expiresAt: null,
    });
    const elsewhere = await incidentOn("2003-03-07", world.otherCaseId);
    const kept = await incidentOn("2003-03-07");
    const gone = await incidentOn("2003-03-08");
    const undated = await incidentOn(null);
    const counted = (await lane("incident")).undated.count;
    await world.do("investigator", retractIncident, {
      incidentId: gone.id,
      version: gone.version,
      reason: "twice",
    });
    await world.do("investigator", retractIncident, {
      incidentId: undated.id,
      version: undated.version,
      reason: "twice",
    });
    const found = await idsIn("incident", "2003-01-01", "2003-12-31");
    expect(found).toContain(kept.id);
    expect(found).not.toContain(gone.id);
    expect(found).not.toContain(elsewhere.id);
    expect((await lane("incident")).undated.count).toBe(counted - 1);
  });

  it("counts and lists what has no date", async () => {
    const { undated } = await lane("incident");
    const [none, unknown] = [await incidentOn(null), await incidentOn("XXXX-XX-XX")];
    const after = (await lane("incident")).undated;
    expect(after.count).toBe(undated.count + 2);
    expect(after.items.map(({ id }) => id)).toEqual(expect.arrayContaining([none.id, unknown.id]));
    expect(after.more).toBe(false);
  });

  it("counts and lists testimonies that tell of no day, and of a day wholly unknown", async () => {
    const { undated } = await lane("testimony_event");
    const none = await aTestimony(world, { eventEdtf: null });
    const unknown = await aTestimony(world, { eventEdtf: "XXXX-XX-XX" });
    const after = (await lane("testimony_event")).undated;
    expect(after.count).toBe(undated.count + 2);
    expect(after.items.map(({ id }) => id)).toEqual(expect.arrayContaining([none.id, unknown.id]));
  });

  it("spans all dates of the case when no days are asked for", async () => {
    await incidentOn("1990-05-06");
    const { extent, window } = await world.ask("reviewer", readTimeline, {
      caseId: world.caseId,
      lanes: ["incident"],
    });
    expect(extent).toEqual(window);
    expect(extent?.from).toBe("1990-05-06");
  });

  it("answers a lane that holds too many with counts that stop somewhere and add up", async () => {
    await incidentsOn("2010-06-07", COUNTED_MAX + 5);
    await incidentsOn("2010-06-09", LANE_ITEMS_MAX + 1);
    const { items, buckets } = await lane("incident", { from: "2010-06-01", to: "2010-06-30" });
    expect(items).toEqual([]);
    const filled = buckets
      ?.filter(({ count }) => count > 0)
      .map(({ from, count, more }) => [from, count, more]);
    expect(filled).toEqual([
      ["2010-06-07", COUNTED_MAX, true],
      ["2010-06-09", LANE_ITEMS_MAX + 1, false],
    ]);
  });

  it("shows a marked record in the time round its date, also where the others are only counted", async () => {
    const { id, version } = await incidentOn("2012-06-07");
    await incidentsOn("2012-06-07", LANE_ITEMS_MAX + 1);
    const read = (recordId: string, where = world.caseId) =>
      world.ask(where === world.caseId ? "reviewer" : "stranger", readTimeline, {
        caseId: where,
        lanes: ["incident"],
        recordId,
      });
    const { lanes, window, marked } = await read(id);
    expect(window).toEqual({ from: "2012-05-23", to: "2012-06-22" });
    expect(marked.map(({ lane: name, edtf }) => [name, edtf])).toEqual([["incident", "2012-06-07"]]);
    expect(lanes[0]?.items.map((item) => item.id)).toEqual([id]);
    expect(lanes[0]?.buckets).not.toBeNull();
    expect(await world.ask("reviewer", listPictures, { recordId: id })).toEqual({
      timeline: true,
      map: false,
    });

    const elsewhere = await read(id, world.otherCaseId);
    expect(elsewhere.marked).toEqual([]);
    await world.do("investigator", retractIncident, { incidentId: id, version, reason: "twice" });
    expect((await read(id)).marked).toEqual([]);
    const undated = await incidentOn("XXXX-XX-XX");
    expect(await world.ask("reviewer", listPictures, { recordId: undated.id })).toEqual({
      timeline: false,
      map: false,
    });
  });

  it("is hidden from those outside the case", async () => {
    const asked = world.ask("stranger", readTimeline, { caseId: world.caseId });
    const error: unknown = await asked.then(
      () => null,
      (refusal: unknown) => refusal,
    );
    expect(error instanceof NotFound || error instanceof Refused).toBe(true);
  });
});

/** Many incidents of one day, written past the commands, which would take their time. */
async function incidentsOn(day: string, many: number): Promise<void> {
  const [like] = await world.fresh.store.read.select().from(incidents).limit(1);
  if (!like) throw new Error("no incident to copy");
  const rows = Array.from({ length: many }, (_, n) => ({
    ...like,
    id: newId("incident"),
    code: `${newCode("IN")}${n}`, // of thousands of codes two are alike now and then
    caseId: world.caseId,
    importKey: null,
    retractedAt: null,
    occurredEdtf: day,
    occurredSort: sortKey(day),
  }));
  await world.fresh.store.transact(async (tx) => {
    for (let at = 0; at < rows.length; at += 200) await tx.insert(incidents).values(rows.slice(at, at + 200));
  });
}

/** Many testimonies of one day, written past the commands. */
async function testimoniesOn(eventEdtf: string, many: number): Promise<void> {
  const [like] = await world.fresh.store.read.select().from(testimonies).limit(1);
  if (!like) throw new Error("no testimony to copy");
  const rows = Array.from({ length: many }, (_, n) => ({
    ...like,
    id: newId("testimony"),
    code: `${newCode("T")}${n}`,
    caseId: world.caseId,
    importKey: null,
    retractedAt: null,
    eventEdtf,
  }));
  await world.fresh.store.transact((tx) => tx.insert(testimonies).values(rows));
}
