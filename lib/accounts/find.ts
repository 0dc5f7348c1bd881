import { and, eq, getTableColumns, gt, inArray, isNull, notInArray, or } from "drizzle-orm";
import { accountRoles, accounts, caseMembers, humans } from "#db/schema/index.ts";
import { caseRolesWith, type Permission } from "#lib/access/permissions.ts";
import type { Reader } from "#db/store.ts";
import { accountOf, type Caller } from "#lib/core/caller.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { Invalid, NotFound } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { system } from "#lib/core/system.ts";
import { NO_PASSWORD } from "#lib/platform/password.ts";
import { isEasilyGuessed } from "./rules.ts";

/** An account, as administrators see it. @throws NotFound when absent, or the caller may not see accounts */
export async function findAccount({ read, scope }: Pick<LoadContext, "read" | "scope">, accountId: string) {
  if (scope.roleFor("account.read", ORGANISATION) === null) throw new NotFound();
  const [row] = await read.select(getTableColumns(accounts)).from(accounts).where(eq(accounts.id, accountId));
  if (!row) throw new NotFound();
  const { passwordHash, ...account } = row;
  return { ...account, hasPassword: passwordHash !== NO_PASSWORD, caseId: ORGANISATION };
}

/** The names by which anybody knows the person behind a caller: of the account, and as shown. */
async function namesOf(read: Reader, caller: Caller): Promise<string[]> {
  const [row] = await read
    .select({ name: accounts.name, displayName: humans.displayName })
    .from(accounts)
    .innerJoin(humans, eq(humans.id, accounts.humanId))
    .where(eq(accounts.id, accountOf(caller)));
  return row ? [row.name, row.displayName] : [];
}

/** A password that is hard to guess for who knows its person. @throws Invalid `password_guessed` at `password` */
export async function hardToGuess(password: string, caller: Caller): Promise<string> {
  const { store } = await system();
  if (isEasilyGuessed(password, await namesOf(store.read, caller)))
    throw new Invalid([{ path: "password", code: "password_guessed" }]);
  return password;
}

/** The human behind an account, or null. */
export async function maybeHumanOf({ read }: Pick<LoadContext, "read">, accountId: string) {
  const [row] = await read.select({ id: accounts.humanId }).from(accounts).where(eq(accounts.id, accountId));
  return row?.id ?? null;
}

/** The version of one's own account. @throws NotFound when it is gone */
export async function findOwnAccount({ read, scope }: Pick<LoadContext, "read" | "scope">) {
  const [row] = await read
    .select({ id: accounts.id, version: accounts.version })
    .from(accounts)
    .where(eq(accounts.id, scope.accountId));
  if (!row) throw new NotFound();
  return row;
}

/** A human, as administrators see them. @throws NotFound when absent, or the caller may not see accounts */
export async function findHuman({ read, scope }: Pick<LoadContext, "read" | "scope">, humanId: string) {
  if (scope.roleFor("account.read", ORGANISATION) === null) throw new NotFound();
  const [row] = await read.select({ id: humans.id }).from(humans).where(eq(humans.id, humanId));
  if (!row) throw new NotFound();
  return row;
}

/** True while a human is administrator or auditor by any live account. */
export async function holdsOffice({ read }: Pick<LoadContext, "read">, humanId: string): Promise<boolean> {
  const held = read
    .select({ id: accountRoles.accountId })
    .from(accountRoles)
    .where(isNull(accountRoles.endedAt));
  return (await read.$count(accounts, and(liveAccountsOf(humanId), inArray(accounts.id, held)))) > 0;
}

/** True while a human has a role in any case by any live account. */
export async function holdsCaseRole(
  { read, now }: Pick<LoadContext, "read" | "now">,
  humanId: string,
): Promise<boolean> {
  const held = read
    .select({ id: caseMembers.accountId })
    .from(caseMembers)
    .where(
      and(isNull(caseMembers.endedAt), or(isNull(caseMembers.expiresAt), gt(caseMembers.expiresAt, now))),
    );
  return (await read.$count(accounts, and(liveAccountsOf(humanId), inArray(accounts.id, held)))) > 0;
}

const liveAccountsOf = (humanId: string) => and(eq(accounts.humanId, humanId), eq(accounts.status, "active"));

/** The human behind an account that works on a case, or null: only colleagues of a case can be named in it. */
export async function maybeColleague({ read }: Pick<LoadContext, "read">, caseId: string, accountId: string) {
  const [row] = await read
    .select({ humanId: humans.id, displayName: humans.displayName })
    .from(accounts)
    .innerJoin(humans, eq(humans.id, accounts.humanId))
    .innerJoin(caseMembers, eq(caseMembers.accountId, accounts.id))
    .where(and(eq(accounts.id, accountId), eq(caseMembers.caseId, caseId), isNull(caseMembers.endedAt)));
  return row ?? null;
}

/**
 * The human behind a live account that has a role with a permission in a case now, or null: whom work can be given to and
 * whom a comment can call.
 */
export async function maybeMember(
  { read, now }: Pick<LoadContext, "read" | "now">,
  caseId: string,
  accountId: string,
  permission: Permission,
) {
  const [row] = await read
    .select({ accountId: accounts.id, humanId: humans.id, displayName: humans.displayName })
    .from(accounts)
    .innerJoin(humans, eq(humans.id, accounts.humanId))
    .innerJoin(caseMembers, eq(caseMembers.accountId, accounts.id))
    .where(and(eq(accounts.id, accountId), liveMembers(caseId, permission, now)))
    .limit(1);
  return row ?? null;
}

/** Of these humans, those who have a role with a permission in a case now. */
export async function humansInCase(
  { read, now }: Pick<LoadContext, "read" | "now">,
  caseId: string,
  humanIds: readonly string[],
  permission: Permission,
): Promise<Set<string>> {
  if (humanIds.length === 0) return new Set();
  const rows = await read
    .selectDistinct({ humanId: accounts.humanId })
    .from(accounts)
    .innerJoin(caseMembers, eq(caseMembers.accountId, accounts.id))
    .where(and(inArray(accounts.humanId, [...humanIds]), liveMembers(caseId, permission, now)));
  return new Set(rows.map(({ humanId }) => humanId));
}

/** The humans who have a role with one of some permissions in a case now. */
export async function humansWith(
  { read, now }: Pick<LoadContext, "read" | "now">,
  caseId: string,
  anyOf: readonly Permission[],
): Promise<string[]> {
  const rows = await read
    .selectDistinct({ humanId: accounts.humanId })
    .from(accounts)
    .innerJoin(caseMembers, eq(caseMembers.accountId, accounts.id))
    .where(or(...anyOf.map((permission) => liveMembers(caseId, permission, now))));
  return rows.map(({ humanId }) => humanId);
}

/** Of accounts joined with memberships: live, and with a role in the case that carries the permission. */
const liveMembers = (caseId: string, permission: Permission, now: number) =>
  and(
    eq(accounts.status, "active"),
    eq(caseMembers.caseId, caseId),
    inArray(caseMembers.role, caseRolesWith(permission)),
    isNull(caseMembers.endedAt),
    or(isNull(caseMembers.expiresAt), gt(caseMembers.expiresAt, now)),
  );

/** The condition of an account that can do nothing yet: live, without a role in the organisation or in any case. */
export const withoutRole = ({ read, now }: Pick<LoadContext, "read" | "now">) =>
  and(
    eq(accounts.status, "active"),
    notInArray(
      accounts.id,
      read.select({ id: accountRoles.accountId }).from(accountRoles).where(isNull(accountRoles.endedAt)),
    ),
    notInArray(
      accounts.id,
      read
        .select({ id: caseMembers.accountId })
        .from(caseMembers)
        .where(
          and(isNull(caseMembers.endedAt), or(isNull(caseMembers.expiresAt), gt(caseMembers.expiresAt, now))),
        ),
    ),
  );

/** The live global role of an account, or null. */
export async function maybeGlobalRole(
  { read }: Pick<LoadContext, "read">,
  accountId: string,
  role: "administrator" | "auditor",
) {
  const [row] = await read
    .select(getTableColumns(accountRoles))
    .from(accountRoles)
    .where(
      and(eq(accountRoles.accountId, accountId), eq(accountRoles.role, role), isNull(accountRoles.endedAt)),
    );
  return row ?? null;
}

/** The accounts and names behind humans already known to be colleagues of a case; those that ever belonged to it first. */
export async function accountsOfHumans(
  { read }: Pick<LoadContext, "read">,
  caseId: string,
  humanIds: readonly string[],
) {
  if (humanIds.length === 0) return [];
  const found = await read
    .selectDistinct({
      humanId: humans.id,
      accountId: accounts.id,
      displayName: humans.displayName,
      memberOf: caseMembers.caseId,
    })
    .from(humans)
    .innerJoin(accounts, eq(accounts.humanId, humans.id))
    .leftJoin(caseMembers, and(eq(caseMembers.accountId, accounts.id), eq(caseMembers.caseId, caseId)))
    .where(inArray(humans.id, [...humanIds]))
    .orderBy(accounts.id);
  return found.toSorted((a, b) => Number(a.memberOf === null) - Number(b.memberOf === null));
}
