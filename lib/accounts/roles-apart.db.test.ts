import { afterEach, beforeEach, expect, it } from "vitest";
import { accounts, humans } from "#db/schema/index.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { Conflict, Invalid, NotFound, Refused } from "#lib/core/refusals.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { createAccount } from "./commands/create-account.ts";
import { disableAccount } from "./commands/disable-account.ts";
import { grantRole } from "./commands/grant-role.ts";
import { listAccounts } from "./queries/list-accounts.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const PASSWORD = "a password that is long";
const secondAccountOf = (key: PersonKey) =>
  world.do("administrator", createAccount, {
    name: `${key.replaceAll("_", "-")}.second`,
    humanId: world.person(key).humanId,
    password: PASSWORD,
  });
const admit = (accountId: string, caseId = world.caseId) =>
  world.do("administrator", admitMember, { caseId, accountId, role: "investigator", expiresAt: null });
const makeAuditor = (accountId: string) =>
  world.do("administrator", grantRole, { accountId, role: "auditor" });
const accountOf = (key: PersonKey) => world.person(key).accountId;
const refusal = (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error: unknown) => error,
  );
const ruleOf = async (act: Promise<unknown>) => {
  const error = await refusal(act);
  return error instanceof Conflict || error instanceof Refused ? error.rule : error;
};

it("makes a second account for a human, and no second human", async () => {
  const before = await world.fresh.store.read.$count(humans);
  const { humanId } = await secondAccountOf("reviewer");
  expect(humanId).toBe(world.person("reviewer").humanId);
  expect(await world.fresh.store.read.$count(humans)).toBe(before);
  const { rows } = await world.ask("administrator", listAccounts, { humanId, page: {} });
  expect(rows.map(({ name }) => name)).toEqual(["reviewer", "reviewer.second"]);
});

it("wants a person or a name for a new account, not both and not neither", async () => {
  const fields = { name: "somebody", password: PASSWORD };
  const both = { ...fields, displayName: "Somebody", humanId: world.person("reviewer").humanId };
  const nobody = { ...fields, humanId: `h_${"0".repeat(22)}` };
  const before = await world.fresh.store.read.$count(accounts);
  const wrong = await refusal(world.do("administrator", createAccount, both));
  expect((wrong as Invalid).fields).toEqual([{ path: "displayName", code: "person_or_name" }]);
  expect(await refusal(world.do("administrator", createAccount, fields))).toBeInstanceOf(Invalid);
  expect(await refusal(world.do("administrator", createAccount, nobody))).toBeInstanceOf(NotFound);
  expect(await world.fresh.store.read.$count(accounts)).toBe(before);
});

it("admits no auditor to a case, nor any other account of the same human", async () => {
  expect(await ruleOf(admit(accountOf("auditor")))).toBe("role.holds_office");
  expect(await ruleOf(admit((await secondAccountOf("auditor")).id))).toBe("role.holds_office");
});

it("lets no administrator into a case by a second account of their own", async () => {
  const { id } = await secondAccountOf("administrator");
  expect(await ruleOf(admit(id))).toBe("account.own");
  expect(await ruleOf(makeAuditor(id))).toBe("account.own");
});

it("makes nobody an auditor who works on a case, by whichever account", async () => {
  expect(await ruleOf(makeAuditor(accountOf("reviewer")))).toBe("role.works_on_cases");
  expect(await ruleOf(makeAuditor((await secondAccountOf("reviewer")).id))).toBe("role.works_on_cases");
});

it("lets the other role be taken once the first is over", async () => {
  const { rows } = await world.ask("administrator", listMembers, { caseId: world.caseId });
  const member = rows.find((row) => row.accountId === accountOf("reviewer2"));
  await world.do("administrator", endMembership, {
    memberId: member?.id ?? "",
    version: 1,
    reason: "term is over",
  });
  expect(await refusal(makeAuditor(accountOf("reviewer2")))).toBeNull();
  await world.do("administrator", disableAccount, {
    accountId: accountOf("auditor"),
    version: 1,
    reason: "left the team",
  });
  const { id } = await secondAccountOf("auditor");
  expect(await refusal(admit(id))).toBeNull();
});
