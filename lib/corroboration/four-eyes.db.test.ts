import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ruleOfTrigger } from "#db/errors.ts";
import { auditEvents, findings } from "#db/schema/index.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import type { AuditEvent } from "#lib/core/audit-event.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { aSupportedAllegation, anAccount, linked } from "#lib/testing/specimens/corroboration.ts";
import { approved, asked, drafted, submitted, taken } from "#lib/testing/specimens/findings.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { approveFinding } from "./commands/approve-finding.ts";
import { retractEvidence } from "./commands/retract-evidence.ts";
import { returnFinding } from "./commands/return-finding.ts";
import { secondFinding } from "./commands/second-finding.ts";
import { takeFinding } from "./commands/take-finding.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  for (const person of ["investigator", "investigator2", "legal_officer"] as const)
    await admit(person, "reviewer");
  await admit("protection_officer", "investigator");
});
afterAll(() => world.close());

/** Gives a person of the world a second role: one human, two hats. */
const admit = (person: PersonKey, role: "reviewer" | "investigator") =>
  world.do("administrator", admitMember, {
    caseId: world.caseId,
    accountId: world.person(person).accountId,
    role,
    expiresAt: null,
  });

const outcome = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => "done",
    (error: unknown) => error,
  );
const ruleOf = async (act: Promise<unknown>) => {
  const error = await outcome(act);
  return error instanceof Refused || error instanceof Conflict ? error.rule : error;
};
const triggerOf = async (statement: string) => ruleOfTrigger(await outcome(world.fresh.directSql(statement)));
const rowOf = async (findingId: string) => {
  const [row] = await world.fresh.store.read.select().from(findings).where(eq(findings.id, findingId));
  return row;
};
const human = (person: PersonKey) => world.person(person).humanId;
const act = ({ id, version }: { id: string; version: number }) => ({ findingId: id, version });

describe("one person never both makes and approves", () => {
  it("refuses the author's own review, and logs the refusal", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await submitted(world, allegation.id, { author: "investigator2" });
    expect(await ruleOf(world.do("investigator2", takeFinding, asked(found)))).toBe(
      "finding.reviewer_is_author",
    );
    const events = await world.fresh.store.read.select({ body: auditEvents.body }).from(auditEvents);
    const last = events
      .map(({ body }) => JSON.parse(body) as AuditEvent)
      .toSorted((a, b) => a.seq - b.seq)
      .at(-1);
    expect(last).toMatchObject({ act: "finding.take", dec: "deny", rules: ["finding.reviewer_is_author"] });
  });

  it("refuses the author's own approval even by direct SQL", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await taken(world, allegation.id, { author: "investigator2" });
    const me = human("investigator2");
    const set = (columns: string) => `update findings set ${columns} where id = '${found.id}'`;
    expect(await triggerOf(set(`reviewer_human_id = '${me}'`))).toBe("finding.reviewer_is_author");
    expect(await triggerOf(set(`second_human_id = '${me}'`))).toBe("finding.reviewer_is_author");
    expect(await triggerOf(set(`author_human_id = '${human("reviewer2")}'`))).toBe("finding.author_is_fixed");
    expect(await triggerOf(set("status = 'approved', reviewer_human_id = null"))).toBe("finding.no_reviewer");
  });

  it("refuses who interviewed, who interpreted and who linked, by command and by direct SQL", async () => {
    const people = (["investigator", "legal_officer"] as const).map((person, index) => ({
      role: index === 0 ? ("interviewer" as const) : ("interpreter" as const),
      accountId: world.person(person).accountId,
      description: null,
    }));
    const { allegation } = await aSupportedAllegation(world, { testimony: { people } });
    const other = await anAccount(world);
    await linked(world, other.id, allegation.id, { as: "investigator2" });
    // The author is nobody of the three, or that rule would come first.
    const found = await submitted(world, allegation.id, { author: "protection_officer" });
    const refused = (person: PersonKey) => ruleOf(world.do(person, takeFinding, asked(found)));
    expect(await refused("investigator")).toBe("finding.reviewer_is_interviewer");
    expect(await refused("legal_officer")).toBe("finding.reviewer_is_interpreter");
    expect(await refused("investigator2")).toBe("finding.approver_made_link");
    const forced = (person: PersonKey) =>
      triggerOf(
        `update findings set status = 'in_review', reviewer_human_id = '${human(person)}' where id = '${found.id}'`,
      );
    expect(await forced("investigator")).toBe("finding.reviewer_took_part");
    expect(await forced("legal_officer")).toBe("finding.reviewer_took_part");
    expect(await forced("investigator2")).toBe("finding.reviewer_linked_evidence");
  });

  it("refuses a second approval by the first approver, by command and by direct SQL", async () => {
    const { allegation } = await aSupportedAllegation(world, { facets: ["individual"] });
    const found = await approved(world, allegation.id, { facet: "individual" });
    expect(await rowOf(found.id)).toMatchObject({
      status: "first_approved",
      needsSecond: true,
      approvedAt: null,
    });
    expect(await ruleOf(world.do("reviewer", secondFinding, asked(found)))).toBe("finding.second_is_first");
    const me = human("reviewer");
    const forced = `update findings set status = 'approved', second_human_id = '${me}' where id = '${found.id}'`;
    expect(await triggerOf(forced)).toBe("finding.second_is_first");
    const alone = `update findings set status = 'approved' where id = '${found.id}'`;
    expect(await triggerOf(alone)).toBe("finding.no_second");
    await world.do("reviewer2", secondFinding, asked(found));
    expect(await rowOf(found.id)).toMatchObject({ status: "approved", secondHumanId: human("reviewer2") });
  });

  it("lets only the reviewer who took it up return or approve it", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await taken(world, allegation.id);
    expect(await ruleOf(world.do("reviewer2", approveFinding, act(found)))).toBe("finding.not_that_reviewer");
    const comment = "Who else was there?";
    expect(await ruleOf(world.do("reviewer2", returnFinding, { ...act(found), comment }))).toBe(
      "finding.not_that_reviewer",
    );
  });
});

describe("a level above the evidence", () => {
  it("is refused by command and by direct SQL", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await taken(world, allegation.id, { determination: 3 });
    expect(await ruleOf(world.do("reviewer", approveFinding, act(found)))).toBe("finding.above_ceiling");
    const forced = `update findings set status = 'approved', determination = 3 where id = '${found.id}'`;
    expect(await triggerOf(forced)).toBe("finding.above_ceiling");
  });

  it("is refused at the second approval too, when the evidence has fallen since the first", async () => {
    const { allegation, link } = await aSupportedAllegation(world, { facets: ["individual"] });
    const found = await approved(world, allegation.id, { facet: "individual" });
    const gone = { linkId: link.id, version: link.version, reason: "another man" };
    await world.do("investigator", retractEvidence, gone);
    const now = await rowOf(found.id);
    expect(now).toMatchObject({ status: "first_approved", ceiling: 2 }); // what the first approver saw
    expect(
      await ruleOf(world.do("reviewer2", secondFinding, asked({ id: found.id, version: now?.version ?? 0 }))),
    ).toBe("finding.above_ceiling");
  });
});

describe("evidence that comes in during a review", () => {
  it("is never refused for the review's sake: a reviewer who links some has made themselves unfit to approve", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await taken(world, allegation.id, { author: "protection_officer", by: "investigator2" });
    const denial = await anAccount(world);
    await linked(world, denial.id, allegation.id, { stance: "contradict", as: "investigator2" });
    expect(await rowOf(found.id)).toMatchObject({
      status: "in_review",
      version: found.version,
      contested: false,
    });
    expect(await ruleOf(world.do("investigator2", approveFinding, act(found)))).toBe(
      "finding.approver_made_link",
    );
  });
});

describe("an approved version", () => {
  it("never changes, not even by direct SQL, and no change of status opens it", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await approved(world, allegation.id);
    expect(found.version).toBe(4);
    for (const change of [
      "reasoning = 'other'",
      "determination = 1",
      "standard = 'reasonable_suspicion'",
      "ceiling = 5",
      "inputs_hash = 'x'",
      "witness_set = '[]'",
      "contrary_search_on = '2031-01-01'",
      "status = 'draft'",
      "status = 'in_review'",
    ]) {
      const statement = `update findings set ${change} where id = '${found.id}'`;
      expect(await triggerOf(statement), change).toBe("finding.approved_is_immutable");
    }
    expect(await triggerOf("delete from findings")).toBe("record.never_deleted");
  });
});

describe("two people at once", () => {
  it("take up a finding: exactly one wins", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await submitted(world, allegation.id);
    const both = await Promise.allSettled(
      (["reviewer", "reviewer2"] as const).map((person) => world.do(person, takeFinding, asked(found))),
    );
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("give the second approval: exactly one wins, and one is on record", async () => {
    const { allegation } = await aSupportedAllegation(world, { facets: ["individual"] });
    const found = await approved(world, allegation.id, { facet: "individual" });
    const both = await Promise.allSettled(
      (["reviewer2", "senior_reviewer"] as const).map((person) =>
        world.do(person, secondFinding, asked(found)),
      ),
    );
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [won] = both.flatMap((one, index) => (one.status === "fulfilled" ? [index] : []));
    expect((await rowOf(found.id))?.secondHumanId).toBe(human(won === 0 ? "reviewer2" : "senior_reviewer"));
  });

  it("open a draft of one facet: exactly one wins", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const both = await Promise.allSettled(
      (["investigator", "investigator2"] as const).map((author) => drafted(world, allegation.id, { author })),
    );
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
