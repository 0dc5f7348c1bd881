import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ruleOfTrigger } from "#db/errors.ts";
import { appeals, findings } from "#db/schema/index.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { dismissContradiction } from "#lib/contradictions/commands/dismiss-contradiction.ts";
import { execute } from "#lib/core/execute.ts";
import { Conflict, Invalid, Refused } from "#lib/core/refusals.ts";
import { listNotices } from "#lib/notices/queries/list-notices.ts";
import { aSecondSenior, inPanel, lodged } from "#lib/testing/specimens/appeals.ts";
import { aContradiction } from "#lib/testing/specimens/contradictions.ts";
import { aSupportedAllegation, anAccount, linked } from "#lib/testing/specimens/corroboration.ts";
import { approved, asked, drafted, submitted, taken } from "#lib/testing/specimens/findings.ts";
import { aWorld, type Person, type PersonKey, withOthers, type World } from "#lib/testing/world.ts";
import { approveFinding } from "./commands/approve-finding.ts";
import { decideAppeal } from "./commands/decide-appeal.ts";
import { takeAppealSeat } from "./commands/take-appeal-seat.ts";
import { returnFinding } from "./commands/return-finding.ts";
import { submitFinding } from "./commands/submit-finding.ts";
import { takeFinding } from "./commands/take-finding.ts";
import { readAppeal } from "./queries/read-appeal.ts";
import { readFinding } from "./queries/read-finding.ts";
import { reviewQueue } from "./queries/review-queue.ts";

let world: World;
let second: Person;
beforeAll(async () => {
  world = await aWorld();
  second = await aSecondSenior(world);
});
afterAll(() => world.close());

const ruleOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof Invalid) return error.fields.map(({ path, code }) => `${path} ${code}`).join();
      return error instanceof Refused || error instanceof Conflict ? error.rule : error;
    },
  );
const forced = (statement: string) =>
  world.fresh.directSql(statement).then(
    () => "done",
    (error: unknown) => ruleOfTrigger(error) ?? error,
  );
const rowOf = async (id: string) => {
  const [row] = await world.fresh.store.read.select().from(findings).where(eq(findings.id, id));
  if (!row) throw new Error("no such finding");
  return row;
};
const appealOf = async (id: string) => {
  const [row] = await world.fresh.store.read.select().from(appeals).where(eq(appeals.id, id));
  if (!row) throw new Error("no such appeal");
  return row;
};
const newest = async () => {
  const [row] = await world.fresh.store.read
    .select()
    .from(findings)
    .orderBy(desc(findings.createdAt), desc(findings.number))
    .limit(1);
  return row;
};
const anApproved = async () => {
  const { allegation, link } = await aSupportedAllegation(world);
  return { allegation, link, found: await approved(world, allegation.id) };
};
const reasons = "weighed again";
const votes = (appeal: { id: string; version: number }, vote: object) =>
  ({ appealId: appeal.id, version: appeal.version, reasons, ...vote }) as never;
/** Both members vote, the second one first. */
async function decided(appeal: { id: string; version: number }, one: object, other: object) {
  const after = await execute(decideAppeal, second, votes(appeal, one));
  await world.do("senior_reviewer", decideAppeal, votes(after, other));
  return appealOf(appeal.id);
}
const varied = { outcome: "varied", determination: 4, standard: "reasonable_grounds" };

describe("an appeal is lodged", () => {
  it("by the author, a legal or a protection officer, against what was approved", async () => {
    const { found, allegation } = await anApproved();
    const by = (person: PersonKey, ground: "procedure" | "disproportionate" | "other") =>
      ruleOf(lodged(world, found.id, { by: person, ground }));
    expect(await by("investigator2", "procedure")).toBe("appeal.appellant_not_entitled");
    expect(await by("reviewer2", "procedure")).toBe("role.missing");
    expect(await by("investigator", "procedure")).toBe("done");
    expect(await by("protection_officer", "disproportionate")).toBe("done");
    expect(await by("legal_officer", "other")).toBe("done");
    const draft = await drafted(world, allegation.id, { facet: "place" });
    expect(await ruleOf(lodged(world, draft.id))).toBe("appeal.finding_not_approved");
  });

  it("once a ground and version, and again when evidence has come in", async () => {
    const { found, allegation } = await anApproved();
    expect(await ruleOf(lodged(world, found.id))).toBe("done");
    expect(await ruleOf(lodged(world, found.id, { by: "protection_officer" }))).toBe(
      "appeal.ground_already_heard",
    );
    const more = await anAccount(world, { testimony: { people: [] } });
    await linked(world, more.id, allegation.id);
    expect(await ruleOf(lodged(world, found.id))).toBe("done");
  });

  it("and its author and whoever may hear it are told", async () => {
    const { found } = await anApproved();
    await lodged(world, found.id);
    const told = async (person: PersonKey) =>
      (await world.ask(person, listNotices, { page: {} })).rows.filter(
        ({ recordId, kind }) => recordId === found.id && kind === "appeal_lodged",
      ).length;
    expect(await told("investigator")).toBe(1);
    expect(await told("senior_reviewer")).toBe(1);
    expect(await told("reviewer")).toBe(0);
  });
});

describe("a panel", () => {
  it("has no place for who gave a version back, though it was approved by another", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const first = await taken(world, allegation.id, { by: "senior_reviewer" });
    const acted = { findingId: first.id, version: first.version };
    const returned = await world.do("senior_reviewer", returnFinding, {
      ...acted,
      comment: "Seen from where?",
    });
    const again = await world.do("investigator", submitFinding, {
      findingId: first.id,
      version: returned.version,
    });
    const inReview = await world.do("reviewer", takeFinding, asked(again));
    const found = await world.do("reviewer", approveFinding, {
      findingId: first.id,
      version: inReview.version,
    });
    const appeal = await lodged(world, found.id);
    const seat = { appealId: appeal.id, version: appeal.version, conflict: "no" as const };
    expect(await ruleOf(world.do("senior_reviewer", takeAppealSeat, seat))).toBe("appeal.panel_was_involved");
    expect(await ruleOf(execute(takeAppealSeat, second, seat))).toBe("done");
  });

  it("has no place for who dismissed a contradiction between what it rests on", async () => {
    const { id, version, allegation } = await aContradiction(world);
    const reason = "They speak of two gates.";
    await world.do("senior_reviewer", dismissContradiction, { contradictionId: id, version, reason });
    const appeal = await lodged(world, (await approved(world, allegation.id)).id);
    const seat = { appealId: appeal.id, version: appeal.version, conflict: "no" as const };
    expect(await ruleOf(world.do("senior_reviewer", takeAppealSeat, seat))).toBe("appeal.panel_was_involved");
  });

  it("is two senior reviewers without a part in the matter, by command and by direct SQL", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await approved(world, allegation.id, { by: "senior_reviewer" });
    const appeal = await lodged(world, found.id);
    const seat = { appealId: appeal.id, version: appeal.version };
    const sits = (conflict: "no" | "yes") =>
      world.do("senior_reviewer", takeAppealSeat, { ...seat, conflict });
    expect(await ruleOf(sits("no"))).toBe("appeal.panel_was_involved");
    expect(await ruleOf(execute(takeAppealSeat, second, { ...seat, conflict: "yes" }))).toBe(
      "appeal.panel_has_conflict",
    );
    const first = await execute(takeAppealSeat, second, { ...seat, conflict: "no" });
    const again = { appealId: appeal.id, version: first.version, conflict: "no" as const };
    expect(await ruleOf(execute(takeAppealSeat, second, again))).toBe("appeal.panel_is_not_two");
    const vote = votes(first, { outcome: "upheld" });
    expect(await ruleOf(execute(decideAppeal, second, vote))).toBe("appeal.panel_incomplete");
    const seated = (human: string) =>
      forced(
        `update appeals set second_human_id = '${human}', second_conflict = 'no', state = 'in_panel' where id = '${appeal.id}'`,
      );
    const human = (person: PersonKey) => world.person(person).humanId;
    expect(await seated(second.humanId)).toBe("appeal.panel_is_not_two");
    for (const person of ["investigator", "senior_reviewer", "legal_officer"] as const)
      expect(await seated(human(person)), person).toBe("appeal.panel_was_involved");
    expect(await seated(human("reviewer2"))).toBe("done");
  });

  it("sees nobody's vote before both have voted, and keeps what was voted", async () => {
    const { found } = await anApproved();
    const appeal = await inPanel(world, found.id, second);
    const after = await execute(decideAppeal, second, votes(appeal, { outcome: "upheld" }));
    const seen = await world.ask("senior_reviewer", readAppeal, { appealId: appeal.id });
    expect(seen.panel.map(({ vote }) => vote)).toEqual([null, null]);
    expect(seen.panel[0]?.votedAt).not.toBeNull();
    expect(JSON.stringify(seen)).not.toContain(reasons);
    expect(await ruleOf(execute(decideAppeal, second, votes(after, { outcome: "remanded" })))).toBe(
      "appeal.voted_already",
    );
    const set = (columns: string) => forced(`update appeals set ${columns} where id = '${appeal.id}'`);
    expect(await set("first_outcome = 'remanded'")).toBe("appeal.stands");
    expect(await set("state = 'varied', decided_at = 1")).toBe("appeal.not_decided");
    await world.do("senior_reviewer", decideAppeal, votes(after, { outcome: "upheld" }));
    const done = await world.ask("reviewer", readAppeal, { appealId: appeal.id });
    expect(done.panel.map(({ vote }) => vote?.outcome)).toEqual(["upheld", "upheld"]);
    expect(await set("reasons = 'other'")).toBe("appeal.decided");
    expect(await forced(`delete from appeals`)).toBe("record.never_deleted");
  });
});

describe("a seat", () => {
  it("is free again when its member left before they voted, and when they came to have a part", async () => {
    const { found, allegation } = await anApproved();
    const [leaver, third] = [await aSecondSenior(world), await aSecondSenior(world)];
    const appeal = await inPanel(world, found.id, leaver);
    const takes = (who: Person, version: number) =>
      execute(takeAppealSeat, who, { appealId: appeal.id, version, conflict: "no" });
    expect(await ruleOf(takes(third, appeal.version))).toBe("appeal.panel_full");
    const { rows } = await world.ask("administrator", listMembers, { caseId: world.caseId });
    const member = rows.find(({ accountId }) => accountId === leaver.accountId);
    const ended = { memberId: member?.id ?? "", version: member?.version ?? 0, reason: "left" };
    await world.do("administrator", endMembership, ended);
    const after = await takes(third, appeal.version);
    const { panel } = await world.ask("reviewer", readAppeal, { appealId: appeal.id });
    expect(panel.map(({ place }) => place)).toEqual(["first", "second"]);
    const role = { caseId: world.caseId, accountId: third.accountId, role: "investigator" as const };
    await world.do("administrator", admitMember, { ...role, expiresAt: null });
    const more = await anAccount(world);
    const asThird = withOthers(world, new Map([["investigator2", third]]));
    await linked(asThird, more.id, allegation.id, { as: "investigator2" });
    const vote = votes(after, { outcome: "upheld" });
    expect(await ruleOf(execute(decideAppeal, third, vote))).toBe("appeal.panel_was_involved");
    expect(await ruleOf(takes(second, after.version))).toBe("done");
  });
});

describe("what both members say", () => {
  it("lets the version stand", async () => {
    const { found } = await anApproved();
    const appeal = await inPanel(world, found.id, second);
    const { state } = await decided(appeal, { outcome: "upheld" }, { outcome: "upheld" });
    expect(state).toBe("upheld");
    expect((await rowOf(found.id)).status).toBe("approved");
  });

  it("sets it above the ceiling, and everything that shows it says override", async () => {
    const { found, allegation } = await anApproved();
    const appeal = await inPanel(world, found.id, second);
    expect((await decided(appeal, varied, varied)).state).toBe("varied");
    expect((await rowOf(found.id)).status).toBe("superseded");
    const next = await newest();
    expect(next).toMatchObject({
      status: "approved",
      number: 2,
      determination: 4,
      ceiling: 2,
      appealId: appeal.id,
      authorHumanId: world.person("investigator").humanId,
      reviewerHumanId: second.humanId,
      secondHumanId: world.person("senior_reviewer").humanId,
    });
    const shown = await world.ask("reviewer", readFinding, { findingId: next?.id ?? "" });
    expect(shown.finding.isOverride).toBe(true);
    expect(shown.versions.map(({ isOverride }) => isOverride)).toEqual([true, false]);
    // A new contradiction contests it as it would any other; no reviewer sets it as high again.
    const denial = await anAccount(world);
    await linked(world, denial.id, allegation.id, { stance: "contradict" });
    expect((await rowOf(next?.id ?? "")).status).toBe("contested");
  });

  it("is overruled by nobody who approves what was written before", async () => {
    const { found, allegation } = await anApproved();
    const open = await taken(world, allegation.id);
    const appeal = await inPanel(world, found.id, second);
    expect((await decided(appeal, varied, varied)).state).toBe("varied");
    const { version } = await rowOf(open.id);
    const approval = world.do("reviewer", approveFinding, { findingId: open.id, version });
    expect(await ruleOf(approval)).toBe("finding.newer_stands");
  });

  it("sends it back to its author, and whoever heard it does not approve what follows", async () => {
    const { found } = await anApproved();
    const appeal = await inPanel(world, found.id, second);
    await decided(appeal, { outcome: "remanded" }, { outcome: "remanded" });
    expect(await rowOf(found.id)).toMatchObject({
      status: "contested",
      contestReason: "finding.remanded_on_appeal",
    });
    const { next } = await world.ask("investigator", readAppeal, { appealId: appeal.id });
    expect(next).toMatchObject({ status: "draft", number: 2 });
    const draft = await rowOf(next?.id ?? "");
    expect(draft).toMatchObject({ determination: 2, authorHumanId: world.person("investigator").humanId });
  });

  it("is nothing when they differ: the version is remanded", async () => {
    for (const other of [{ outcome: "upheld" }, { ...varied, determination: 5 }]) {
      const { found } = await anApproved();
      const appeal = await inPanel(world, found.id, second);
      expect((await decided(appeal, varied, other)).state).toBe("remanded");
      expect((await rowOf(found.id)).status).toBe("contested");
    }
  });

  it("names a standard that the level reaches", async () => {
    const { found } = await anApproved();
    const appeal = await inPanel(world, found.id, second);
    const low = votes(appeal, { ...varied, determination: 3 });
    expect(await ruleOf(execute(decideAppeal, second, low))).toBe("standard below_standard_of_proof");
  });
});

it("whoever heard an appeal does not review what follows: by command, in the queue and by direct SQL", async () => {
  const { found, allegation } = await anApproved();
  const appeal = await inPanel(world, found.id, second);
  await decided(appeal, { outcome: "upheld" }, { outcome: "upheld" });
  const next = await submitted(world, allegation.id);
  expect(await ruleOf(world.do("senior_reviewer", takeFinding, asked(next)))).toBe(
    "finding.approver_on_panel",
  );
  const { rows } = await world.ask("senior_reviewer", reviewQueue, { page: { size: 100 } });
  expect(rows.map(({ id }) => id)).not.toContain(next.id);
  const took = `status = 'in_review', reviewer_human_id = '${second.humanId}', reviewer_conflict = 'no'`;
  expect(await forced(`update findings set ${took} where id = '${next.id}'`)).toBe(
    "finding.approver_on_panel",
  );
});
