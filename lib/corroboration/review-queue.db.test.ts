import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { aSupportedAllegation, anAccount, linked } from "#lib/testing/specimens/corroboration.ts";
import { approved, submitted, taken } from "#lib/testing/specimens/findings.ts";
import { aSubmittedTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { contestFinding } from "./commands/contest-finding.ts";
import { resolveFinding } from "./commands/resolve-finding.ts";
import { reviewQueue } from "./queries/review-queue.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const alsoReviews = (person: PersonKey) =>
  world.do("administrator", admitMember, {
    caseId: world.caseId,
    accountId: world.person(person).accountId,
    role: "reviewer",
    expiresAt: null,
  });

/** What waits for somebody: the code of each testimony, the status of each finding. */
const waiting = async (person: PersonKey) => {
  const { rows, total } = await world.ask(person, reviewQueue, { page: {} });
  expect(total).toBe(rows.length);
  return rows.map((row) => (row.act === "testimony" ? "testimony" : row.status));
};

describe("the review queue", () => {
  it("holds both acts, the oldest first, page by page in both directions", async () => {
    const expected: string[] = [];
    for (let day = 0; day < 5; day++) {
      world.pass(86_400_000);
      if (day % 2 === 0) await aSubmittedTestimony(world);
      else await submitted(world, (await aSupportedAllegation(world)).allegation.id);
      expected.push(day % 2 === 0 ? "testimony" : "submitted");
    }
    expect(await waiting("reviewer")).toEqual(expected);
    const ask = (page: object) =>
      world.ask("reviewer", reviewQueue, { caseId: world.caseId, page: { size: 2, ...page } });
    const first = await ask({});
    const second = await ask({ after: first.next ?? "" });
    const third = await ask({ after: second.next ?? "" });
    const ids = [...first.rows, ...second.rows, ...third.rows].map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    expect(third.next).toBeNull();
    expect((await ask({ before: third.previous ?? "" })).rows).toEqual(second.rows);
    expect(first.previous).toBeNull();
  });

  it("holds nothing that one wrote, interviewed, linked or approved oneself", async () => {
    await alsoReviews("investigator");
    await alsoReviews("investigator2");
    await aSubmittedTestimony(world); // written and led by the investigator
    world.pass(1_000);
    const { allegation } = await aSupportedAllegation(world);
    const other = await anAccount(world, { testimony: { people: [] } });
    await linked(world, other.id, allegation.id, { as: "investigator2" });
    await submitted(world, allegation.id);
    expect(await waiting("investigator")).toEqual([]);
    expect(await waiting("investigator2")).toEqual(["testimony"]);
    expect(await waiting("reviewer")).toEqual(["testimony", "submitted"]);
  });

  it("holds for each the step that is theirs", async () => {
    const one = await aSupportedAllegation(world, { facets: ["individual"] });
    const found = await approved(world, one.allegation.id, { facet: "individual" });
    expect(await waiting("reviewer")).toEqual([]);
    expect(await waiting("reviewer2")).toEqual(["first_approved"]);
    await taken(world, (await aSupportedAllegation(world)).allegation.id);
    expect(await waiting("reviewer")).toEqual(["in_review"]);
    expect(await waiting("reviewer2")).toEqual(["first_approved"]);
    expect(found.version).toBeGreaterThan(1);
  });

  it("holds a contested finding for those who did not approve it, until somebody settles it", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const { id, version } = await approved(world, allegation.id);
    const challenge = { findingId: id, version, reason: "two fires or one?" };
    const contested = await world.do("legal_officer", contestFinding, challenge);
    expect(await waiting("reviewer")).toEqual([]);
    expect(await waiting("reviewer2")).toEqual(["contested"]);
    const settled = {
      findingId: id,
      version: contested.version,
      outcome: "withdrawn" as const,
      reason: "unclear",
    };
    await world.do("reviewer2", resolveFinding, settled);
    expect(await waiting("reviewer2")).toEqual([]);
  });

  it("is empty for who reviews nothing", async () => {
    await aSubmittedTestimony(world);
    expect(await waiting("legal_officer")).toEqual([]);
  });
});
