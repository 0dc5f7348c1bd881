import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { allegations, findings } from "#db/schema/index.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import type { ViolationCode } from "#lib/codebook/violations.ts";
import type { IncidentKind } from "#lib/codebook/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { newRecord, recorded, sortOf } from "#lib/core/outcome.ts";
import { Conflict, Invalid, NotFound } from "#lib/core/refusals.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { amendIncident } from "./commands/amend-incident.ts";
import { recordIncident } from "./commands/record-incident.ts";
import { retractIncident } from "./commands/retract-incident.ts";
import { findIncident } from "./find.ts";
import { listIncidents } from "./queries/list-incidents.ts";
import { readIncident } from "./queries/read-incident.ts";
import { suggestIncidents } from "./queries/suggest-incidents.ts";

let world: World;
const close = () => world.close();
async function open() {
  world = await aWorld();
  const { accountId } = world.person("investigator");
  const membership = { caseId: world.otherCaseId, accountId, role: "investigator" as const, expiresAt: null };
  await world.do("administrator", admitMember, membership);
}

const fields = {
  title: "Men held at the bridge",
  titleAr: null as string | null,
  recordKind: "event" as IncidentKind,
  occurredEdtf: null as string | null,
  occurredWording: null,
  dateNote: null,
  localTime: null,
  victimGroup: null as "detainees" | null,
  attributedSide: null as "insurgent" | null,
  violations: [] as ViolationCode[],
  summary: "Men are said to have been held at the bridge.",
  parentId: null as string | null,
  note: null,
};
type Changes = Partial<typeof fields>;
const record = (more: Changes = {}) =>
  world.do("investigator", recordIncident, { ...fields, caseId: world.caseId, ...more });
const amend = ({ id, version }: { id: string; version: number }, more: Changes) =>
  world.do("investigator", amendIncident, { ...fields, incidentId: id, version, ...more });
const read = (incidentId: string) => world.ask("reviewer", readIncident, { incidentId });

describe("a list of incidents", () => {
  beforeAll(async () => {
    await open();
    const each: [string, Changes][] = [
      ["undated", { violations: ["N10"] }],
      ["summer", { occurredEdtf: "2031-06~/2031-08~", violations: ["K1", "N1"], recordKind: "pattern" }],
      ["night", { occurredEdtf: "2031-02-14/2031-02-15", violations: ["K1", "L3"] }],
      ["day", { occurredEdtf: "2031-02-14", attributedSide: "insurgent", victimGroup: "detainees" }],
      ["month", { occurredEdtf: "2031-02", violations: ["N10", "N1"] }],
    ];
    for (const [title, more] of each) await record({ title, ...more });
  });
  afterAll(close);
  const titles = async (more: object = {}) =>
    (await world.ask("reviewer", listIncidents, { caseId: world.caseId, page: {}, ...more })).rows.map(
      (row) => row.title,
    );

  it("goes by date in either order, and what has no date ends the list that begins with the earliest", async () => {
    expect(await titles()).toEqual(["month", "day", "night", "summer", "undated"]);
    expect(await titles({ direction: "desc" })).toEqual(["undated", "summer", "night", "day", "month"]);
  });

  it("is narrowed by one violation among several, and N1 is not N10", async () => {
    expect(await titles({ violation: "K1" })).toEqual(["night", "summer"]);
    expect(await titles({ violation: "N1" })).toEqual(["month", "summer"]);
    expect(await titles({ violation: "N10" })).toEqual(["month", "undated"]);
    expect(await titles({ violation: "G1" })).toEqual([]);
    const counted = await world.ask("reviewer", listIncidents, {
      caseId: world.caseId,
      page: {},
      violation: "N1",
    });
    expect(counted.total).toBe(2);
  });

  it("is narrowed by kind, side and group of victims", async () => {
    expect(await titles({ recordKind: "pattern" })).toEqual(["summer"]);
    expect(await titles({ attributedSide: "insurgent" })).toEqual(["day"]);
    expect(await titles({ victimGroup: "detainees" })).toEqual(["day"]);
  });

  it("is read page by page over the dates", async () => {
    const page = (more: object) =>
      world.ask("reviewer", listIncidents, { caseId: world.caseId, page: { size: 2, ...more } });
    const first = await page({});
    const second = await page({ after: first.next });
    const third = await page({ after: second.next });
    const seen = [first, second, third].flatMap(({ rows }) => rows.map((row) => row.title));
    expect(seen).toEqual(["month", "day", "night", "summer", "undated"]);
  });
});

describe("an incident", () => {
  beforeAll(open);
  afterAll(close);

  it("keeps each violation once and in order, and gives them back as a list", async () => {
    const { id } = await record({ violations: ["P1", "K1", "P1"] });
    expect((await read(id)).violations).toEqual(["P1", "K1"]);
  });

  it("refuses a code that is not in the codebook, and a date nobody can read", async () => {
    await expect(record({ violations: ["K99" as ViolationCode] })).rejects.toBeInstanceOf(Invalid);
    await expect(record({ occurredEdtf: "2031-13-40" })).rejects.toBeInstanceOf(Invalid);
  });

  it("moves in the list when its date is amended", async () => {
    const incident = await record({ occurredEdtf: "2031-02-14" });
    await amend(incident, { occurredEdtf: "2030-12" });
    const { occurredSort } = await read(incident.id);
    expect(occurredSort).toBe(sortOf("2030-12"));
    await amend({ ...incident, version: 2 }, { occurredEdtf: null });
    expect((await read(incident.id)).occurredSort).toBe(sortOf(null));
  });

  it("is part of another one in its own case, and never of itself", async () => {
    const top = await record({ title: "Whole event", recordKind: "umbrella" });
    const part = await record({ title: "Part", parentId: top.id });
    expect((await read(part.id)).parent).toMatchObject({
      id: top.id,
      title: "Whole event",
      retracted: false,
    });
    expect((await read(top.id)).parts.map((one) => one.title)).toEqual(["Part"]);
    for (const parentId of [top.id, part.id]) {
      const error = await amend(top, { parentId }).catch((thrown: unknown) => thrown);
      expect((error as Invalid).fields).toEqual([{ path: "parentId", code: "own_descendant" }]);
    }
    const elsewhere = await anIncident({ ...world, caseId: world.otherCaseId });
    await expect(record({ parentId: elsewhere.id })).rejects.toBeInstanceOf(NotFound);
    await expect(amend(part, { parentId: elsewhere.id })).rejects.toBeInstanceOf(NotFound);
  });

  it("is found by title in either language or by code", async () => {
    const { id, code } = await record({
      title: "Houses set alight at dawn",
      titleAr: "إحراق بيوت عند الفجر",
    });
    for (const text of ["set ALIGHT", "إحراق", code]) {
      const { options } = await world.ask("investigator", suggestIncidents, { caseId: world.caseId, text });
      expect(options).toEqual([
        { id, code, label: "Houses set alight at dawn", labelAr: "إحراق بيوت عند الفجر" },
      ]);
    }
  });
});

/** An allegation of an incident with a finding on one facet, as the record holds them. */
const holdFinding = command({
  name: "test.hold",
  input: z.strictObject({ incidentId: z.string(), facet: z.enum(["occurrence", "count"]) }),
  permission: "incident.write",
  load: (ctx, { incidentId }) => findIncident(ctx, incidentId),
  async run(ctx, { incidentId, facet }, { caseId }) {
    const allegation = await ctx.write.insert(allegations, {
      ...newRecord(ctx, "allegation", "AL"),
      caseId,
      incidentId,
      violation: "K1",
      occurredSort: sortOf(null),
      wording: "shot at the canal",
      childConcerned: false,
    });
    const finding = await ctx.write.insert(findings, {
      ...newRecord(ctx, "finding", "F"),
      caseId,
      allegationId: allegation.id,
      facet,
      number: 1,
      status: "draft",
      conclusion: "determined",
      standard: "none",
      reasoning: "one account so far",
      contrarySearch: "not_asked",
      ceiling: 2,
      contested: false,
      refutedProposed: false,
      witnessSet: [],
      inputsHash: "0",
      algorithmVersion: "1",
      codebookVersion: "1",
      needsSecond: false,
      authorHumanId: ctx.scope.humanId,
    });
    return recorded(finding);
  },
});

describe("an incident on which allegations rest", () => {
  beforeAll(open);
  afterAll(close);

  it("does not become a pattern or an umbrella while a finding other than a count stands", async () => {
    const held = await record();
    await world.do("investigator", holdFinding, { incidentId: held.id, facet: "occurrence" });
    for (const recordKind of ["pattern", "umbrella"] as const)
      await expect(amend(held, { recordKind })).rejects.toThrow(new Conflict("incident.holds_findings"));
    await amend(held, { recordKind: "aggregate" });

    const counted = await record();
    await world.do("investigator", holdFinding, { incidentId: counted.id, facet: "count" });
    await amend(counted, { recordKind: "pattern" });
  });

  it("is not retracted before them", async () => {
    const { id, version } = await record();
    await world.do("investigator", holdFinding, { incidentId: id, facet: "occurrence" });
    const retract = { incidentId: id, version, reason: "recorded twice" };
    const refused = new Conflict("incident.holds_allegations");
    await expect(world.do("investigator", retractIncident, retract)).rejects.toThrow(refused);
  });

  it("is retracted without them, and then only read", async () => {
    const incident = await record({ title: "Recorded by mistake" });
    const { id, version } = incident;
    await world.do("investigator", retractIncident, { incidentId: id, version, reason: "recorded twice" });
    expect(await read(id)).toMatchObject({ retractionReason: "recorded twice", may: { write: false } });
    const rows = (await world.ask("reviewer", listIncidents, { caseId: world.caseId, page: { size: 100 } }))
      .rows;
    expect(rows.map((row) => row.id)).not.toContain(id);
    await expect(amend({ ...incident, version: 2 }, {})).rejects.toThrow(new Conflict("record.retracted"));
  });
});
