import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actors, links } from "#db/schema/index.ts";
import { retractActor } from "#lib/actors/commands/retract-actor.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { newCode, newId } from "#lib/core/ids.ts";
import { Conflict, Invalid, NotFound } from "#lib/core/refusals.ts";
import { anActor } from "#lib/testing/specimens/actors.ts";
import { aFigure } from "#lib/testing/specimens/figures.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { aLink, aSuspectLink, PLAIN_LINK } from "#lib/testing/specimens/links.ts";
import { aMediaItem } from "#lib/testing/specimens/media.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aProceeding } from "#lib/testing/specimens/proceedings.ts";
import { aSource } from "#lib/testing/specimens/sources.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { amendLink } from "./commands/amend-link.ts";
import { retractLink } from "./commands/retract-link.ts";
import { listLinkOptions } from "./queries/list-link-options.ts";
import { listLinksOf } from "./queries/list-links-of.ts";
import { LINK_NOUNS, type LinkFields, LinkKind, linkKindSpec, type LinkNoun } from "./vocabulary.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  const { accountId } = world.person("investigator");
  const membership = { caseId: world.otherCaseId, accountId, role: "investigator" as const, expiresAt: null };
  await world.do("administrator", admitMember, membership);
});
afterAll(() => world.close());

const records: Record<LinkNoun, (where: World) => Promise<{ id: string; code: string; version: number }>> = {
  testimony: (where) => aTestimony(where),
  incident: (where) => anIncident(where),
  actor: (where) => anActor(where),
  place: (where) => aPlace(where),
  media: (where) => aMediaItem(where),
  figure: (where) => aFigure(where),
  proceeding: (where) => aProceeding(where),
  source: (where) => aSource(where),
};

/** The first role of a kind, on a basis that nobody states. */
const anyWords = (kind: LinkKind) => ({
  role: (linkKindSpec(kind).roles[0] ?? null) as LinkFields["role"],
  basis: "not_stated" as const,
});
const partOf = { role: "part_of" as const, basis: "not_stated" as const };

const linksOf = (recordId: string, more: object = {}) =>
  world.ask("reviewer", listLinksOf, { recordId, page: {}, ...more });
async function groupOf(recordId: string, kind: LinkKind, side: "from" | "to", page: object = {}) {
  const { groups } = await world.ask("reviewer", listLinksOf, { recordId, kind, side, page });
  expect(groups).toHaveLength(1);
  return groups[0]!;
}

describe("a link of each kind", () => {
  it.each(LinkKind.options)("%s is made once and stands at both its ends", async (kind) => {
    const { from, to, alleged } = linkKindSpec(kind);
    const [first, second] = [await records[from](world), await records[to](world)];
    const { id } = await aLink(world, kind, first.id, second.id, anyWords(kind));
    const here = await groupOf(first.id, kind, "from");
    const there = await groupOf(second.id, kind, "to");
    expect([here.count, here.other, here.alleged]).toEqual([1, to, alleged]);
    expect([there.count, there.other]).toEqual([1, from]);
    expect(here.rows).toMatchObject([{ id, other: { id: second.id, code: second.code, retracted: false } }]);
    expect(there.rows).toMatchObject([{ id, other: { id: first.id, code: first.code } }]);
    expect(here.rows[0]?.other.label).toContain(world.marked(""));
    await expect(aLink(world, kind, first.id, second.id, anyWords(kind))).rejects.toMatchObject({
      rule: "link.exists",
    });
  });

  it("never crosses cases, even for someone who is in both", async () => {
    const elsewhere = { ...world, caseId: world.otherCaseId };
    const [incident, actor] = [await anIncident(world), await anActor(world)];
    const words = anyWords("incident_suspect");
    const stray = (await anActor(elsewhere)).id;
    await expect(aLink(world, "incident_suspect", incident.id, stray, words)).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(aLink(elsewhere, "incident_suspect", incident.id, stray, words)).rejects.toBeInstanceOf(
      NotFound,
    );
    const basisSourceId = (await aSource(elsewhere)).id;
    const said = { ...words, basis: "stated_by_source" as const, basisSourceId };
    await expect(aLink(world, "incident_suspect", incident.id, actor.id, said)).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(aLink(world, "incident_suspect", incident.id, newId("actor"), words)).rejects.toBeInstanceOf(
      NotFound,
    );
    expect((await groupOf(incident.id, "incident_suspect", "from")).count).toBe(0);
  });

  it("joins nothing to itself and nothing that its kind does not join", async () => {
    const incident = await anIncident(world);
    const self = aLink(world, "incident_incident", incident.id, incident.id, { role: "related" });
    await expect(self).rejects.toMatchObject({ fields: [{ path: "toId", code: "same_record" }] });
    const wrong = aLink(world, "incident_place", incident.id, (await anActor(world)).id);
    await expect(wrong).rejects.toMatchObject({ fields: [{ path: "toId", code: "bad_reference" }] });
  });

  it("is not made to a record that was taken back; one made before stays in view and says so", async () => {
    const [incident, other, actor] = [await anIncident(world), await anIncident(world), await anActor(world)];
    const words = anyWords("incident_suspect");
    await aLink(world, "incident_suspect", incident.id, actor.id, words);
    const { id, version } = actor;
    await world.do("investigator", retractActor, { actorId: id, version, reason: "recorded twice" });
    const again = aLink(world, "incident_suspect", other.id, id, words);
    await expect(again).rejects.toMatchObject({ rule: "link.end_retracted" });
    expect((await groupOf(incident.id, "incident_suspect", "from")).rows).toMatchObject([
      { other: { retracted: true } },
    ]);
    expect((await linksOf(id)).may).toEqual({ write: false });
  });
});

describe("what a link says", () => {
  it("is kept whole and replaced whole", async () => {
    const { id, version, incidentId } = await aSuspectLink(world);
    const [row] = (await groupOf(incidentId, "incident_suspect", "from")).rows;
    expect(row).toMatchObject({
      role: "suspected",
      basis: "stated_by_source",
      basisSource: { name: world.marked("monitor") },
      heldEdtf: "2031-02-14~",
      heldWording: world.marked("that night"),
      note: world.marked("a badge was seen"),
    });
    const ordering = { ...PLAIN_LINK, role: "ordering" as const, basis: "official_record" as const };
    await world.do("investigator", amendLink, { ...ordering, linkId: id, version });
    const [after] = (await groupOf(incidentId, "incident_suspect", "from")).rows;
    expect(after).toMatchObject({
      role: "ordering",
      basis: "official_record",
      basisSource: null,
      note: null,
    });
    const nameless = { ...PLAIN_LINK, linkId: id, version: version + 1 };
    await expect(world.do("investigator", amendLink, nameless)).rejects.toBeInstanceOf(Invalid);
  });

  it("may be said twice of two records in two roles, not twice in one", async () => {
    const { id, version, incidentId, actorId } = await aSuspectLink(world);
    const ordering = { role: "ordering" as const, basis: "not_stated" as const };
    await aLink(world, "incident_suspect", incidentId, actorId, ordering);
    expect((await groupOf(incidentId, "incident_suspect", "from")).count).toBe(2);
    const same = { ...PLAIN_LINK, ...ordering, linkId: id, version };
    await expect(world.do("investigator", amendLink, same)).rejects.toMatchObject({ rule: "link.exists" });
    await world.do("investigator", amendLink, { ...same, role: "suspected" });
  });

  it("is said once where both ends are alike, in whichever direction", async () => {
    const [one, other] = [await anIncident(world), await anIncident(world)];
    await aLink(world, "incident_incident", one.id, other.id, { role: "same_pattern" });
    const reverse = aLink(world, "incident_incident", other.id, one.id, { role: "same_pattern" });
    await expect(reverse).rejects.toMatchObject({ rule: "link.exists" });
    await aLink(world, "incident_incident", one.id, other.id, { role: "follows" });
    await aLink(world, "incident_incident", other.id, one.id, { role: "follows" });
  });

  it("may be said anew after it was taken back, and taken back again", async () => {
    const { id, version, incidentId, actorId } = await aSuspectLink(world);
    const words = { role: "suspected" as const, basis: "not_stated" as const };
    await world.do("investigator", retractLink, { linkId: id, version, reason: "another man" });
    expect((await groupOf(incidentId, "incident_suspect", "from")).count).toBe(0);
    const change = { ...PLAIN_LINK, ...words, linkId: id, version: version + 1 };
    await expect(world.do("investigator", amendLink, change)).rejects.toMatchObject({
      rule: "record.retracted",
    });
    const anew = await aLink(world, "incident_suspect", incidentId, actorId, words);
    await world.do("investigator", retractLink, {
      linkId: anew.id,
      version: anew.version,
      reason: "still another",
    });
    await aLink(world, "incident_suspect", incidentId, actorId, words);
    expect((await groupOf(incidentId, "incident_suspect", "from")).count).toBe(1);
  });
});

describe("records that are part of others", () => {
  it.each(["incident_incident", "actor_actor"] as const)(
    "%s: never become part of themselves",
    async (kind) => {
      const make = records[linkKindSpec(kind).from];
      const [a, b, c] = [await make(world), await make(world), await make(world)];
      await aLink(world, kind, a.id, b.id, partOf);
      const second = await aLink(world, kind, b.id, c.id, partOf);
      for (const [from, to] of [
        [b, a],
        [c, a],
        [c, b],
      ] as const) {
        await expect(aLink(world, kind, from.id, to.id, partOf)).rejects.toMatchObject({ rule: "link.loop" });
      }
      await world.do("investigator", retractLink, {
        linkId: second.id,
        version: second.version,
        reason: "not so",
      });
      await aLink(world, kind, c.id, a.id, partOf);
      await expect(aLink(world, kind, b.id, c.id, partOf)).rejects.toMatchObject({ rule: "link.loop" });
    },
  );

  it("count the parents that records name themselves", async () => {
    const whole = await anIncident(world);
    const part = await anIncident(world, whole.id);
    const detail = await anIncident(world, part.id);
    const loop = aLink(world, "incident_incident", whole.id, detail.id, partOf);
    await expect(loop).rejects.toMatchObject({ rule: "link.loop" });
    const group = await anActor(world);
    const unit = await anActor(world, group.id);
    const commanded = aLink(world, "actor_actor", group.id, unit.id, partOf);
    await expect(commanded).rejects.toBeInstanceOf(Conflict);
  });

  it("are not brought into a loop by an amendment", async () => {
    const [a, b] = [await anIncident(world), await anIncident(world)];
    await aLink(world, "incident_incident", a.id, b.id, partOf);
    const { id, version } = await aLink(world, "incident_incident", b.id, a.id, { role: "follows" });
    const change = { ...PLAIN_LINK, ...partOf, linkId: id, version };
    await expect(world.do("investigator", amendLink, change)).rejects.toMatchObject({ rule: "link.loop" });
    await world.do("investigator", amendLink, { ...change, role: "reprisal_for" });
  });
});

describe("the links of a record", () => {
  it("stand by type with their counts, both sides of a relation apart, empty types too", async () => {
    const incident = await anIncident(world);
    const [part, whole] = [await anIncident(world), await anIncident(world)];
    await aLink(world, "incident_incident", part.id, incident.id, partOf);
    await aLink(world, "incident_incident", incident.id, whole.id, partOf);
    await aLink(world, "testimony_incident", (await aTestimony(world)).id, incident.id, {
      role: "describes",
    });
    const { groups, record, may } = await linksOf(incident.id);
    expect(record).toEqual({ id: incident.id, code: incident.code, noun: "incident", caseId: world.caseId });
    expect(may).toEqual({ write: false });
    expect(groups.map(({ kind, side, count }) => [kind, side, count])).toEqual([
      ["testimony_incident", "to", 1],
      ["incident_suspect", "from", 0],
      ["incident_incident", "from", 1],
      ["incident_incident", "to", 1],
      ["incident_place", "from", 0],
      ["media_incident", "to", 0],
      ["proceeding_incident", "to", 0],
    ]);
    const [, , out, into] = groups;
    expect([out?.rows[0]?.other.id, into?.rows[0]?.other.id]).toEqual([whole.id, part.id]);
    expect((await linksOf(incident.id, { kind: "incident_incident" })).groups).toHaveLength(2);
    expect((await linksOf(incident.id, { kind: "testimony_place" })).groups).toEqual([]);
  });

  it("say a testimony by its title and a figure by its number, with the date of each", async () => {
    const testimony = await aTestimony(world, { title: "What I saw at the ford" });
    const figure = await aFigure(world, { certainty: "at_least", max: null, wording: "counted twice" });
    await aLink(world, "testimony_figure", testimony.id, figure.id);
    expect((await groupOf(figure.id, "testimony_figure", "to")).rows).toMatchObject([
      { other: { label: "What I saw at the ford", labelAr: null, dateEdtf: "2031-02-18" } },
    ]);
    expect((await groupOf(testimony.id, "testimony_figure", "from")).rows).toMatchObject([
      { other: { label: "≥ 11 · counted twice", dateEdtf: "2031-02-20" } },
    ]);
  });

  it("come newest first, page by page, forwards and back", async () => {
    const incident = await anIncident(world);
    const made: string[] = [];
    for (let n = 0; n < 5; n++) {
      world.pass(1_000);
      made.unshift((await aLink(world, "incident_place", incident.id, (await aPlace(world)).id)).id);
    }
    const page = async (asked: object) => {
      const { rows, next, previous, count } = await groupOf(incident.id, "incident_place", "from", {
        size: 2,
        ...asked,
      });
      expect(count).toBe(5);
      return { ids: rows.map(({ id }) => id), next: next ?? "", previous: previous ?? "" };
    };
    const first = await page({});
    const second = await page({ after: first.next });
    const third = await page({ after: second.next });
    expect([first.ids, second.ids, third.ids, third.next]).toEqual([
      made.slice(0, 2),
      made.slice(2, 4),
      made.slice(4),
      "",
    ]);
    expect((await page({ before: third.previous })).ids).toEqual(second.ids);
  });

  it("are the same answer for a stranger as of a record that does not exist", async () => {
    const { incidentId } = await aSuspectLink(world);
    const ask = (recordId: string) => world.ask("stranger", listLinksOf, { recordId, page: {} });
    await expect(ask(incidentId)).rejects.toBeInstanceOf(NotFound);
    await expect(ask(newId("incident"))).rejects.toBeInstanceOf(NotFound);
    expect((await world.ask("investigator", listLinksOf, { recordId: incidentId, page: {} })).may).toEqual({
      write: true,
    });
  });

  it("are counted to the last one and read a page at a time, however many there are", async () => {
    const MANY = 1_200;
    const { id } = await anIncident(world);
    await linkToManyActors(id, MANY);
    const { count, rows, next } = await groupOf(id, "incident_suspect", "from", { size: 20 });
    expect([count, rows.length, next === null]).toEqual([MANY, 20, false]);
  });
});

/** As an import would leave them; made below the commands, since only their number matters here. */
async function linkToManyActors(incidentId: string, many: number) {
  const base = { version: 1, createdBy: newId("account"), updatedAt: world.now(), caseId: world.caseId };
  const made = Array.from({ length: many }, (_, n) => ({
    ...base,
    id: newId("actor"),
    createdAt: world.now() + n,
  }));
  await world.fresh.store.transact(async (tx) => {
    for (let at = 0; at < many; at += 200) {
      const slice = made.slice(at, at + 200);
      await tx.insert(actors).values(
        slice.map((row, n) => ({
          ...row,
          code: `${newCode("A")}${at + n}`,
          name: `Unit ${at + n}`,
          kind: "unit",
        })),
      );
      await tx.insert(links).values(
        slice.map(({ id, ...row }, n) => ({
          ...row,
          id: newId("link"),
          code: `${newCode("L")}${at + n}`,
          kind: "incident_suspect" as const,
          role: "suspected",
          basis: "not_stated",
          fromId: incidentId,
          toId: id,
          incidentId,
          actorId: id,
          pairKey: id,
        })),
      );
    }
  });
}

describe("the other end of a new link", () => {
  it.each(LINK_NOUNS)("is searched among every %s of the case, and no other case's", async (noun) => {
    const { id, code } = await records[noun](world);
    const stray = await records[noun]({ ...world, caseId: world.otherCaseId });
    const found = async (text: string) =>
      (await world.ask("investigator", listLinkOptions, { caseId: world.caseId, noun, text })).options;
    const [option, ...more] = await found(code);
    expect(more).toEqual([]);
    expect(option).toMatchObject({ id, code });
    expect(Object.keys(option ?? {}).toSorted()).toEqual(["code", "id", "label", "labelAr"]);
    expect(await found(stray.code)).toEqual([]);
  });
});
