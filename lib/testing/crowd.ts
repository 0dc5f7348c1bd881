/**
 * Everybody who may ask in a world, with the roles that count in its case: a holder of each role, people who never had
 * one there, and people who had every one of them until their account, membership, office or session was over.
 */
import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { beginSession, SESSION_MS_MAX } from "#lib/accounts/commands/begin-session.ts";
import { disableAccount } from "#lib/accounts/commands/disable-account.ts";
import { endRole } from "#lib/accounts/commands/end-role.ts";
import { endSession } from "#lib/accounts/commands/end-session.ts";
import { grantRole } from "#lib/accounts/commands/grant-role.ts";
import { caseRoles, globalRoles, type Role } from "#lib/access/permissions.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import type { Caller } from "#lib/core/caller.ts";
import { execute } from "#lib/core/execute.ts";
import type { Person, World } from "./world.ts";

/** Somebody who asks. */
export interface Asker {
  readonly who: string;
  readonly caller: Exclude<Caller, { kind: "setup" }>;
  /** The roles that count in the world's case; what everybody holds for themselves is not among them. */
  readonly roles: readonly Role[];
  /** False once the account is disabled or the session over: nothing at all is answered. */
  readonly live: boolean;
}

const HOUR_MS = 3_600_000;
const reason = "term is over";

/** Admits the crowd to a world. Moves its clock on by a day's work, so that what was to end by itself has. */
export async function aCrowd(world: World): Promise<Asker[]> {
  const expiresAt = world.now() + HOUR_MS;
  const newcomers = await Promise.all(
    ["member", "officer", "disabled member", "disabled officer", "former member", "former officer"].map(
      (name) => anAccount(world, name),
    ),
  );
  const [member, officer, disabledMember, disabledOfficer, formerMember, formerOfficer] = newcomers as Six;
  const expiredMember = await anAccount(world, "expired member");
  for (const one of [member, disabledMember]) await admit(world, one, null);
  await admit(world, expiredMember, expiresAt);
  for (const id of await admit(world, formerMember, null))
    await world.do("administrator", endMembership, { memberId: id, version: 1, reason });
  for (const one of [officer, disabledOfficer, formerOfficer]) await promote(world, one);
  for (const role of globalRoles)
    await world.do("administrator", endRole, { accountId: formerOfficer.accountId, role, reason });

  const [timedOut, disabled] = [await inSession(member), await inSession(disabledMember)];
  for (const { accountId } of [disabledMember, disabledOfficer])
    await world.do("administrator", disableAccount, { accountId, version: 1, reason });
  world.pass(SESSION_MS_MAX);
  const [ended, officerEnded] = [await inSession(member), await inSession(officer)];
  for (const one of [ended, officerEnded]) await execute(endSession, one, { everywhere: true });
  const inside = await inSession(member);

  const asker = (who: string, caller: Asker["caller"], roles: readonly Role[] = []): Asker => ({
    who,
    caller,
    roles,
    live: true,
  });
  const over = (who: string, caller: Asker["caller"]): Asker => ({ who, caller, roles: [], live: false });
  return [
    ...[...caseRoles, ...globalRoles].map((role) => asker(role, world.person(role), [role])),
    asker("a member with every role, in a session", inside, caseRoles),
    asker("an officer with both roles", officer, globalRoles),
    asker("a job of a member with every role", asJob(member), caseRoles),
    asker("an account without a role", world.person("newcomer")),
    asker("a stranger with every role in another case", world.person("stranger")),
    asker("whose memberships ended", formerMember),
    asker("whose memberships expired", expiredMember),
    asker("whose office ended", formerOfficer),
    over("a disabled member", disabledMember),
    over("a disabled member, in the session of before", disabled),
    over("a disabled officer", disabledOfficer),
    over("a job of a disabled member", asJob(disabledMember)),
    over("a member whose session ended", ended),
    over("a member whose session expired", timedOut),
    over("an officer whose session ended", officerEnded),
  ];
}

type Six = [Person, Person, Person, Person, Person, Person];

async function anAccount(world: World, name: string): Promise<Person> {
  const { id, humanId } = await world.do("administrator", createAccount, {
    name: name.replaceAll(" ", "-"),
    displayName: name,
    password: `a long password for ${name}`,
  });
  return { kind: "person", accountId: id, humanId, session: null, auth: "terminal" };
}

/** @returns the ids of the memberships */
async function admit(world: World, { accountId }: Person, expiresAt: number | null): Promise<string[]> {
  const ids: string[] = [];
  for (const role of caseRoles) {
    const input = { caseId: world.caseId, accountId, role, expiresAt };
    ids.push((await world.do("administrator", admitMember, input)).id);
  }
  return ids;
}

async function promote(world: World, { accountId }: Person): Promise<void> {
  for (const role of globalRoles) await world.do("administrator", grantRole, { accountId, role });
}

async function inSession(person: Person): Promise<Person> {
  const { sessionId } = await execute(beginSession, person, {});
  return { ...person, session: sessionId, auth: "password" };
}

const asJob = ({ accountId, humanId }: Person): Asker["caller"] => ({
  kind: "job",
  accountId,
  humanId,
  jobId: "job_0000000000000000000000",
});
