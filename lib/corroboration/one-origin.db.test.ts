import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { heardAs } from "#lib/imports/training/interviewed.ts";
import { gradeSource } from "#lib/sources/commands/grade-source.ts";
import { recordTestimony } from "#lib/testimonies/commands/record-testimony.ts";
import {
  aStatementOf,
  anAccount,
  anAllegation,
  linked,
  statementFields,
} from "#lib/testing/specimens/corroboration.ts";
import { aMediaItem } from "#lib/testing/specimens/media.ts";
import { aSource } from "#lib/testing/specimens/sources.ts";
import { testimonyFields } from "#lib/testing/specimens/testimonies.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { amendDependency } from "./commands/amend-dependency.ts";
import { recordDependency } from "./commands/record-dependency.ts";
import { recordStatement } from "./commands/record-statement.ts";
import { readAllegation } from "./queries/read-allegation.ts";
import type { HardEdgeKind, SoftEdgeKind } from "./vocabulary.ts";

let world: World;
let allegationId: string;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  allegationId = (await anAllegation(world)).id;
});

const times = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Array.from({ length: count }).reduce<Promise<T[]>>(
    async (made, _, index) => [...(await made), await make(index)],
    Promise.resolve([]),
  );

/** The level that the program shows of the occurrence. */
async function level(): Promise<number | undefined> {
  const { facets } = await world.ask("legal_officer", readAllegation, { allegationId });
  return facets.find(({ facet }) => facet === "occurrence")?.ceiling.level;
}

async function aTrustedSource() {
  const source = await aSource(world);
  const grade = {
    sourceId: source.id,
    witnessId: null,
    reliability: "A" as const,
    reason: "method is published",
  };
  await world.do("reviewer", gradeSource, grade);
  return source;
}

/** A first-hand story as a source published it, cut into a statement and linked as support. */
async function aPublishedStory(sourceId: string, publisherIds: string[] = []) {
  const fields = await testimonyFields(world, {
    witnessId: null,
    sourceId,
    publisherIds,
    people: [],
    heardBefore: heardAs("not_asked"),
  });
  const made = await world.do("investigator", recordTestimony, {
    ...fields,
    caseId: world.caseId,
    kind: "published_account",
  });
  const statement = await aStatementOf(world, made.id);
  await linked(world, statement.id, allegationId);
  return statement;
}

async function anInterview(options: Parameters<typeof anAccount>[1] = {}) {
  const statement = await anAccount(world, { ...options, testimony: { people: [], ...options.testimony } });
  await linked(world, statement.id, allegationId);
  return statement;
}

async function aFilm(carriers: string[]) {
  const { id: mediaId } = await aMediaItem(world, { circulatedBy: carriers });
  const seen = { mediaRank: "M4", mediaCondition: "usable", showsActItself: true } as const;
  const statement = await world.do("investigator", recordStatement, {
    ...statementFields(world, { ...seen, testimonyNumber: null, basis: "B0", plausibility: null }),
    caseId: world.caseId,
    testimonyId: null,
    mediaId,
    figureId: null,
  });
  await linked(world, statement.id, allegationId);
  return statement;
}

const tied = (kind: HardEdgeKind | SoftEdgeKind, one: { id: string }, other: { id: string }) =>
  world.do("investigator", recordDependency, {
    caseId: world.caseId,
    kind,
    statementId: one.id,
    otherStatementId: other.id,
    note: null,
  });

/** Each is tied to the next: a chain, or closed, a circle. */
async function chained(kind: HardEdgeKind | SoftEdgeKind, statements: { id: string }[]) {
  for (const [index, one] of statements.entries()) {
    const next = statements[index + 1];
    if (next) await tied(kind, one, next);
  }
}

describe("one origin, however often it is told, is one", () => {
  it("ten reposts by ten pages of one story stay a single source, and an independent witness makes two", async () => {
    const stories = await times(10, async () => aPublishedStory((await aTrustedSource()).id));
    expect(await level()).toBeGreaterThanOrEqual(4); // nobody has said yet where they come from
    const [origin, ...reposts] = stories;
    for (const repost of reposts) if (origin) await tied("republished", repost, origin);
    expect(await level()).toBe(2);
    await anInterview();
    expect(await level()).toBe(4);
  });

  it("ten reports of one source stay a single source without anyone saying so", async () => {
    const { id } = await aTrustedSource();
    await times(10, () => aPublishedStory(id));
    expect(await level()).toBe(2);
  });

  it("ten uploads of one film stay a single source", async () => {
    const films = await times(10, async () => aFilm([(await aTrustedSource()).id]));
    expect(await level()).toBeGreaterThanOrEqual(4);
    await chained("same_recording", films);
    expect(await level()).toBe(2);
  });

  it("a relay that is no evidence itself still joins two copies of it", async () => {
    const hidden = await anAccount(world);
    const [one, other] = [await anInterview(), await anInterview()];
    expect(await level()).toBe(4);
    await tied("derived", one, hidden);
    await tied("derived", other, hidden);
    expect(await level()).toBe(2);
  });

  it("three interviews of one witness stay a single source", async () => {
    const { id: witnessId } = await aWitness(world);
    await times(3, () => anInterview({ testimony: { witnessId } }));
    expect(await level()).toBe(2);
  });
});

describe("a circle that talked is one conversation", () => {
  it("five cousins in a chain stay at 2, and somebody outside it makes 4", async () => {
    const cousins = await times(5, () => anInterview());
    expect(await level()).toBeGreaterThanOrEqual(4);
    await chained("discussed_facet", cousins);
    expect(await level()).toBe(2);
    await anInterview();
    expect(await level()).toBe(4);
  });

  it("a reviewer may weigh the talk less, with a reason, and the level follows", async () => {
    const [one, other] = [await anInterview(), await anInterview()];
    const { id: dependencyId, version } = await tied("discussed_facet", one, other);
    expect(await level()).toBe(2);
    const weighed = { dependencyId, version, weightTenths: 3 as const, reason: "one sentence at a funeral" };
    await world.do("reviewer", amendDependency, weighed);
    expect(await level()).toBe(4);
  });
});

describe("ties that the record shows by itself", () => {
  const unasked = { heardBefore: heardAs("not_asked") };

  it("add up: not asked, same interpreter and same interviewer make two accounts depend on each other", async () => {
    const people = (["investigator", "legal_officer"] as const).map((person, index) => ({
      role: index === 0 ? ("interviewer" as const) : ("interpreter" as const),
      accountId: world.person(person).accountId,
      description: null,
    }));
    await anInterview({ testimony: { ...unasked, people } });
    await anInterview({ testimony: { people } });
    // 1 − 0.7 × 0.8 × 0.9 = 0.496: just independent still.
    expect(await level()).toBe(4);
  });

  it("a page that nobody can ask is exempt: one shared publisher alone leaves two accounts independent", async () => {
    const carrier = await aSource(world);
    await times(2, async () => aPublishedStory((await aTrustedSource()).id, [carrier.id]));
    expect(await level()).toBe(4); // 0.4
  });

  it("but not the witness, who may have read it and was not asked", async () => {
    const carrier = await aSource(world);
    await aPublishedStory((await aTrustedSource()).id, [carrier.id]);
    await anInterview({ testimony: { ...unasked, publisherIds: [carrier.id] } });
    expect(await level()).toBe(2); // 1 − 0.6 × 0.7 = 0.58
  });
});
