import { afterAll, beforeAll, expect, it } from "vitest";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { execute } from "#lib/core/execute.ts";
import { aRoleProposal } from "#lib/testing/specimens/roles.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { approveRole } from "./commands/approve-role.ts";
import { endRole } from "./commands/end-role.ts";
import { listGrants } from "./queries/list-grants.ts";
import { listOwnGrants } from "./queries/list-own-grants.ts";

let world: World;
const reason = "the term is over";
const size = 4;

/** In a world where a role was approved and ended, and a membership admitted with a reason and ended. */
beforeAll(async () => {
  world = await aWorld();
  world.pass(1_000);
  const proposal = await aRoleProposal(world);
  world.pass(1_000);
  await execute(approveRole, world.person("administrator"), proposal);
  world.pass(1_000);
  const [approved] = (await world.ask("auditor", listGrants, { page: {} })).rows;
  await world.do("administrator", endRole, {
    accountId: approved?.accountId ?? "",
    role: "auditor",
    reason,
  });
  const { accountId } = world.person("newcomer");
  const { id, version } = await world.do("administrator", admitMember, {
    caseId: world.caseId,
    accountId,
    role: "reviewer",
    expiresAt: null,
    reason: "stands in for a colleague",
  });
  world.pass(1_000);
  await world.do("administrator", endMembership, { memberId: id, version, reason });
});
afterAll(() => world.close());

it("tells of every grant by whom, approved by whom, why, and how it ended, the newest first", async () => {
  const { rows } = await world.ask("auditor", listGrants, { page: {} });
  expect(rows[0]).toMatchObject({
    role: "reviewer",
    case: { id: world.caseId },
    grantedByName: "Demo administrator",
    approvedByName: null,
    reason: "stands in for a colleague",
    state: "ended",
    endedByName: "Demo administrator",
    endReason: reason,
  });
  expect(rows[1]).toMatchObject({
    role: "auditor",
    case: null,
    grantedByName: "Demo second administrator",
    approvedByName: "Demo administrator",
    reason: "the audits begin",
    state: "ended",
    endedByName: "Demo administrator",
    endReason: reason,
  });
  const times = rows.map(({ grantedAt }) => grantedAt);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

it("is paged by key over both kinds, there and back", async () => {
  const { rows: all } = await world.ask("auditor", listGrants, { page: { size: 100 } });
  const ids = all.map(({ id }) => id);
  const walked: string[] = [];
  let page = await world.ask("auditor", listGrants, { page: { size } });
  for (;;) {
    walked.push(...page.rows.map(({ id }) => id));
    if (page.next === null) break;
    page = await world.ask("auditor", listGrants, { page: { size, after: page.next } });
  }
  expect(walked).toEqual(ids);
  const before = await world.ask("auditor", listGrants, { page: { size, before: page.previous ?? "" } });
  const end = ids.length - page.rows.length;
  expect(before.rows.map(({ id }) => id)).toEqual(ids.slice(end - size, end));
});

it("is narrowed to a person or a case", async () => {
  const { humanId } = world.person("newcomer");
  const ofPerson = await world.ask("administrator", listGrants, { humanId, page: {} });
  expect(ofPerson.rows.map(({ role }) => role)).toEqual(["reviewer"]);
  const { rows } = await world.ask("administrator", listGrants, { caseId: world.otherCaseId, page: {} });
  expect(new Set(rows.map((row) => row.case?.id))).toEqual(new Set([world.otherCaseId]));
});

it("shows a person their own, of cases that they still see, and a case's people how its roles ended", async () => {
  const own = await world.ask("newcomer", listOwnGrants, { page: {} });
  expect(own.rows).toEqual([]);
  const auditors = await world.ask("auditor", listOwnGrants, { page: {} });
  expect(auditors.rows).toMatchObject([{ role: "auditor", case: null, state: "active" }]);
  const { rows } = await world.ask("reviewer", listMembers, { caseId: world.caseId });
  expect(rows.find(({ endReason }) => endReason === reason)?.endedByName).toBe("Demo administrator");
});
