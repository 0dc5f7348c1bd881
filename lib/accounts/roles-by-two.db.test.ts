import { afterEach, beforeEach, expect, it } from "vitest";
import { accountRoles } from "#db/schema/index.ts";
import { readOffice } from "#lib/cases/queries/read-office.ts";
import { ask } from "#lib/core/ask.ts";
import { execute } from "#lib/core/execute.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { aSecondAdministrator } from "#lib/testing/specimens/invitations.ts";
import { aWorld, type Person, type World } from "#lib/testing/world.ts";
import { approveRole } from "./commands/approve-role.ts";
import { changePassword } from "./commands/change-password.ts";
import { createAccount } from "./commands/create-account.ts";
import { endRole } from "./commands/end-role.ts";
import { grantRole } from "./commands/grant-role.ts";
import { proposeRole } from "./commands/propose-role.ts";
import { withdrawRole } from "./commands/withdraw-role.ts";
import { listRoleProposals } from "./queries/list-role-proposals.ts";

let world: World;
let second: Person;
beforeEach(async () => {
  world = await aWorld();
  second = await aSecondAdministrator(world);
});
afterEach(() => world.close());

const reason = "she takes over the house";
const newcomer = () => world.person("newcomer");
const propose = () =>
  world.do("administrator", proposeRole, { accountId: newcomer().accountId, role: "administrator", reason });
const approve = (by: Person, { id, version }: { id: string; version: number }) =>
  execute(approveRole, by, { proposalId: id, version });
const waiting = (by: Person) => ask(listRoleProposals, by, {});
const ruleOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error: unknown) => (error instanceof Conflict || error instanceof Refused ? error.rule : error),
  );
const rolesOfNewcomer = async () =>
  (await world.fresh.store.read.select().from(accountRoles)).filter(
    ({ accountId }) => accountId === newcomer().accountId,
  );

/** A further account of somebody, with the role of an administrator. */
async function anotherOf(person: Person): Promise<Person> {
  const { id } = await world.do("administrator", createAccount, {
    name: `again-${crypto.randomUUID().slice(0, 8)}`,
    humanId: person.humanId,
    password: "a password that is long",
  });
  await execute(grantRole, person === second ? world.person("administrator") : second, {
    accountId: id,
    role: "administrator",
  });
  return { ...person, accountId: id };
}

it("gives a role when another administrator approves it, with both names and the reason", async () => {
  const proposal = await propose();
  expect(await rolesOfNewcomer()).toEqual([]);
  const [shown] = await waiting(second);
  expect((await ask(readOffice, second, {})).rolesWaiting).toBe(1);
  expect((await world.ask("administrator", readOffice, {})).rolesWaiting).toBe(0);
  expect(shown).toMatchObject({ reason, role: "administrator", isOwn: false });
  await approve(second, proposal);
  expect(await rolesOfNewcomer()).toMatchObject([
    {
      role: "administrator",
      grantedBy: world.person("administrator").accountId,
      approvedBy: second.accountId,
      reason,
      endedAt: null,
    },
  ]);
  expect(await waiting(second)).toEqual([]);
});

it("is approved neither by who proposed it nor by who gets it, by whichever account", async () => {
  const proposal = await propose();
  const otherAccount = await anotherOf(world.person("administrator"));
  for (const by of [world.person("administrator"), otherAccount])
    expect(await ruleOf(approve(by, proposal))).toBe("role.second_person");
  const forSecond = await world
    .do("administrator", proposeRole, {
      accountId: (await anotherOf(second)).accountId,
      role: "auditor",
      reason,
    })
    .catch((error: unknown) => error);
  // Nobody but the two is there: there is nobody to wait for.
  expect(forSecond).toEqual(new Conflict("role.nobody_approves"));
  expect(await rolesOfNewcomer()).toEqual([]);
});

it("is given once where two approve at the same time, and the other is told", async () => {
  const third = await aSecondAdministrator(world);
  const proposal = await propose();
  const answers = await Promise.all([ruleOf(approve(second, proposal)), ruleOf(approve(third, proposal))]);
  expect(answers.toSorted()).toEqual(["done", expect.stringMatching(/^(role\.decided|role\.held|stale)$/)]);
  expect(await rolesOfNewcomer()).toHaveLength(1);
});

it("holds for what was proposed alone: not for a changed account, nor for one whose proposer is out of office", async () => {
  const proposal = await propose();
  await world.do("newcomer", changePassword, { password: "other words that are long" });
  expect(await ruleOf(approve(second, proposal))).toBe("role.proposal_void");
  await world.do("administrator", withdrawRole, { proposalId: proposal.id, version: proposal.version });

  const third = await aSecondAdministrator(world);
  const again = await execute(proposeRole, third, {
    accountId: newcomer().accountId,
    role: "administrator",
    reason,
  });
  await execute(endRole, second, { accountId: third.accountId, role: "administrator", reason });
  expect(await ruleOf(approve(second, again))).toBe("role.proposal_void");
  expect(await rolesOfNewcomer()).toEqual([]);
});

it("waits seven days, once for each role, until it is taken back", async () => {
  const proposal = await propose();
  expect(await ruleOf(propose())).toBe("role.proposed");
  await execute(withdrawRole, second, { proposalId: proposal.id, version: proposal.version });
  expect(await ruleOf(approve(second, proposal))).toBe("role.decided");
  const late = await propose();
  world.pass(7 * 24 * 60 * 60_000);
  expect(await ruleOf(approve(second, late))).toBe("role.proposal_over");
  expect(await waiting(second)).toEqual([]);
  expect(await rolesOfNewcomer()).toEqual([]);
});

it("holds two humans apart even past the program", async () => {
  const { id } = await propose();
  const { accountId } = world.person("administrator");
  const past = `update role_proposals set approved_at = 1, approved_by = '${accountId}' where id = '${id}'`;
  await expect(world.fresh.directSql(past)).rejects.toThrow();
});
