/** A second case beside a world's own, with people of its own in every role: to everybody else it does not exist. */
import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { caseRoles, type Role } from "#lib/access/permissions.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { openCase } from "#lib/cases/commands/open-case.ts";
import { MARKER, type Person, type PersonKey, withOthers, type World } from "./world.ts";

const MEMBERS: readonly (readonly [PersonKey, readonly Role[]])[] = [
  ...caseRoles.map((role) => [role, [role]] as const),
  ["investigator2", ["investigator"]],
  ["reviewer2", ["reviewer"]],
  ["legal_officer2", ["legal_officer"]],
];

/** Opens it. @returns the world as its people see it, in which the specimens fill it as they would the world's own */
export async function aHiddenCase(world: World): Promise<World> {
  const opened = { title: `${MARKER} hidden`, titleAr: null, summary: "hidden", kind: "live" as const };
  const { id: caseId } = await world.do("administrator", openCase, opened);
  const people = new Map<PersonKey, Person>();
  for (const [key, roles] of MEMBERS) {
    const name = `hidden-${key.replaceAll("_", "-")}`;
    const password = `a long password for ${name}`;
    const made = await world.do("administrator", createAccount, { name, displayName: name, password });
    const { id: accountId, humanId } = made;
    people.set(key, { ...world.person(key), accountId, humanId });
    for (const role of roles)
      await world.do("administrator", admitMember, { caseId, accountId, role, expiresAt: null } as never);
  }
  return { ...withOthers(world, people), caseId };
}
