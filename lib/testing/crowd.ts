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
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { endClearance } from "#lib/compartments/commands/end-clearance.ts";
import { BUILT_IN } from "#lib/compartments/vocabulary.ts";
import type { Caller } from "#lib/core/caller.ts";
import { execute } from "#lib/core/execute.ts";
import { anAssignment } from "./specimens/assignments.ts";
import { aComment } from "./specimens/comments.ts";
import { aClearance } from "./specimens/compartments.ts";
import { aSupportedAllegation } from "./specimens/corroboration.ts";
import { drafted } from "./specimens/findings.ts";
import { aTestimony } from "./specimens/testimonies.ts";
import { aView } from "./specimens/views.ts";
import { type Person, withOthers, type World } from "./world.ts";

/** Somebody who asks. */
export interface Asker {
  readonly who: string;
  readonly caller: Exclude<Caller, { kind: "setup" }>;
  /** The roles that count in the world's case; what everybody holds for themselves is not among them. */
  readonly roles: readonly Role[];
  /** False once the account is disabled or the session over: nothing at all is answered. */
  readonly live: boolean;
}

const reason = "term is over";

/** Admits the crowd to a world. Moves its clock on by a day's work, so that what was to end by itself has. */
export async function aCrowd(world: World): Promise<Asker[]> {
  const [member, officer] = [await aMember(world, "member"), await anOfficer(world, "officer")];
  const cleared = await aMember(world, "cleared member");
  for (const { bit } of BUILT_IN) await aClearance(world, cleared, bit);
  const gone = await whoseTimeIsOver(world, member);
  const [inside, ended] = [await inSession(member), await inSession(member)];
  await execute(endSession, ended, { everywhere: false });
  return [
    ...[...caseRoles, ...globalRoles].map((role) => asker(role, world.person(role), [role])),
    asker("a member with every role, in a session", inside, caseRoles),
    asker("a member cleared for every compartment", cleared, caseRoles),
    asker("a job of a member with every role", asJob(member), caseRoles),
    asker("an officer with both roles", officer, globalRoles),
    asker("an account without a role", world.person("newcomer")),
    asker("a stranger with every role in another case", world.person("stranger")),
    ...gone,
    over("a member whose session ended", ended),
  ];
}

/** People who had every role, until their time came. @param member whose session runs out meanwhile */
async function whoseTimeIsOver(world: World, member: Person): Promise<Asker[]> {
  const expired = await aMember(world, "expired member", world.now() + SESSION_MS_MAX);
  const [former, formerOfficer] = [
    await aMember(world, "former member"),
    await anOfficer(world, "former officer"),
  ];
  const { rows } = await world.ask("administrator", listMembers, { caseId: world.caseId });
  for (const { id, version } of rows.filter(({ accountId }) => accountId === former.accountId))
    await world.do("administrator", endMembership, { memberId: id, version, reason });
  for (const role of globalRoles)
    await world.do("administrator", endRole, { accountId: formerOfficer.accountId, role, reason });

  const uncleared = await aMember(world, "uncleared member");
  for (const { bit } of BUILT_IN)
    await world.do("administrator", endClearance, { ...(await aClearance(world, uncleared, bit)), reason });

  const disabled = await aMember(world, "disabled member");
  const disabledOfficer = await anOfficer(world, "disabled officer");
  const [before, runOut] = [await inSession(disabled), await inSession(member)];
  for (const { accountId } of [disabled, disabledOfficer])
    await world.do("administrator", disableAccount, { accountId, version: 1, reason });
  world.pass(SESSION_MS_MAX);
  return [
    asker("a member whose clearances ended", uncleared, caseRoles),
    asker("whose memberships ended", former),
    asker("whose memberships expired", expired),
    asker("whose office ended", formerOfficer),
    over("a disabled member", disabled),
    over("a disabled member, in the session of before", before),
    over("a job of a disabled member", asJob(disabled)),
    over("a disabled officer", disabledOfficer),
    over("a member whose session expired", runOut),
  ];
}

const asker = (who: string, caller: Asker["caller"], roles: readonly Role[] = []): Asker => ({
  who,
  caller,
  roles,
  live: true,
});
const over = (who: string, caller: Asker["caller"]): Asker => ({ who, caller, roles: [], live: false });

async function anAccount(world: World, name: string): Promise<Person> {
  const { id, humanId } = await world.do("administrator", createAccount, {
    name: name.replaceAll(" ", "-"),
    displayName: name,
    password: `a long password for ${name}`,
  });
  return { kind: "person", accountId: id, humanId, session: null, auth: "terminal" };
}

/** Somebody with every role in the case, and with what such people leave behind. */
async function aMember(world: World, name: string, expiresAt: number | null = null): Promise<Person> {
  const person = await anAccount(world, name);
  const { caseId } = world;
  for (const role of caseRoles)
    await world.do("administrator", admitMember, { caseId, accountId: person.accountId, role, expiresAt });
  await begins(world, person);
  return person;
}

/** Work of their own, and what colleagues want of them: whoever loses the case is shown none of it. */
async function begins(world: World, person: Person): Promise<void> {
  const byThem = withOthers(world, new Map([["investigator", person]]));
  await aTestimony(byThem);
  await aView(byThem, "investigator", "personal");
  await drafted(byThem, (await aSupportedAllegation(world)).allegation.id);
  const toThem = withOthers(world, new Map([["reviewer", person]]));
  await aComment(toThem, { mentions: ["reviewer"] });
  await anAssignment(toThem, "reviewer");
}

/** Somebody with every role of the house. */
async function anOfficer(world: World, name: string): Promise<Person> {
  const person = await anAccount(world, name);
  for (const role of globalRoles)
    await world.do("administrator", grantRole, { accountId: person.accountId, role });
  return person;
}

async function inSession(person: Person): Promise<Person> {
  const { sessionId } = await execute(beginSession, person, { factor: "totp", replaces: null });
  return { ...person, session: sessionId, auth: "totp" };
}

const asJob = ({ accountId, humanId }: Person): Asker["caller"] => ({
  kind: "job",
  accountId,
  humanId,
  jobId: "job_0000000000000000000000",
});
