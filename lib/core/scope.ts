/**
 * What a caller may see and do, read from the database inside the transaction: a role revoked while waiting is gone.
 * Only this file makes a Scope, so a query cannot forge one.
 */
import { and, eq, gt, gte, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { EVERY, outside } from "#db/hidden-by.ts";
import {
  accountRoles,
  accounts,
  caseMembers,
  clearances,
  emergencyAccesses,
  sessions,
} from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { unindexed } from "#db/unindexed.ts";
import { ownRole, type Permission, type Role, rolesWith } from "#lib/access/permissions.ts";
import { noteUse } from "#lib/platform/last-use.ts";
import { type Caller, humanOf } from "./caller.ts";
import { clearedBits, closedByCase } from "./cleared.ts";
import { type Emergency, emergenciesOf, inEmergency, isOnCall } from "./emergency.ts";
import { Refused } from "./refusals.ts";

declare const made: unique symbol;

export interface Scope {
  readonly [made]: true;
  readonly accountId: string;
  readonly humanId: string;
  /**
   * The condition that a row's case is one in which the caller holds a permission; every query of case-owned rows
   * has it in its WHERE. Without an argument: the permission under which this verb's subject is seen. It only sifts rows
   * that something else in the WHERE finds: a case, an id, a record they hang on. Rows of compartments for which the
   * caller is not cleared are left out (db/hidden-by.ts).
   */
  cases(column: AnyPgColumn, permission?: Permission): SQL;
  /** The same condition of one row that was found by its id. @param compartments in which it is, as bits */
  sees(caseId: string, permission?: Permission, compartments?: number): boolean;
  /** The compartments of a case that are closed to the caller, as bits. */
  closed(caseId: string): number;
  /** The same condition where nothing else leads to the rows: what waits for somebody in all of their cases. */
  acrossCases(column: AnyPgColumn, permission: Permission): SQL;
  /** The caller's role that carries a permission in a case (or in the organisation), or null. */
  roleFor(permission: Permission, where: string): Role | null;
  /** The cases in which something was found so far; null where rows of all of them may have been. */
  looked(): ReadonlySet<string> | null;
}

/** Stands for the organisation where a case id is asked for. */
export const ORGANISATION = "organisation";

/** What a caller may do, as read. */
export interface Rights {
  /**
   * Looks from them.
   * @param sight the permission under which subjects are seen
   * @throws Refused `emergency.unreviewed` for whom nothing is open but their own account
   */
  under(sight: Permission): Scope;
  /** The cases that are open to the caller in an emergency, for questions. */
  readonly emergencies: readonly Emergency[];
  /** When the caller last proved who they are, in ms since 1970; Infinity for whom a session does not speak. */
  readonly provenAt: number;
  /** When the first of them ends by itself, in ms since 1970; to be read again from then on. */
  readonly until: number;
}

/** The tables that rights are read from. After a change to one of them they are to be read again. */
const RIGHTS: ReadonlySet<PgTable> = new Set<PgTable>([
  accounts,
  accountRoles,
  caseMembers,
  clearances,
  emergencyAccesses,
  sessions,
]);
export const decidesRights = (table: PgTable): boolean => RIGHTS.has(table);

/** How long after signing in a sensitive act needs no further proof (ASVS 5.0, 7.5.3). */
const PROOF_MS = 15 * 60_000;

/**
 * Lets a sensitive act be done by somebody who has just signed in, and by nobody else. Whoever signs in over the page begins
 * another session, and may.
 * @throws Refused `session.prove_again`
 */
export function mustBeProven({ provenAt }: Pick<Rights, "provenAt">, now: number): void {
  if (now - provenAt > PROOF_MS) throw new Refused("session.prove_again");
}

/**
 * Reads the caller's rights, and looks from them.
 * @param sight the permission under which subjects are seen
 * @throws Refused `session.ended` when the account is disabled or the session over
 */
export async function scopeOf(read: Reader, caller: Caller, sight: Permission, now: number): Promise<Scope> {
  return (await readRights(read, caller, now)).under(sight);
}

/**
 * Reads the caller's rights, for all verbs of one act.
 * @param what a question is also answered from a case that is open in an emergency; nothing is written there
 * @throws Refused `session.ended` when the account is disabled or the session over
 */
export async function readRights(
  read: Reader,
  caller: Caller,
  now: number,
  what: "act" | "question" = "act",
): Promise<Rights> {
  if (caller.kind === "setup") {
    const scope = await setupScope(read);
    const never = Number.POSITIVE_INFINITY;
    return { under: () => scope, emergencies: [], until: never, provenAt: never };
  }
  const session = await mustBeLive(read, caller, now);
  const { accountId } = caller;
  const { open, dueAt } = await emergenciesOf(read, humanOf(caller), now);
  const isBarred = dueAt <= now;
  const own = isBarred ? [] : await membershipsOf(read).execute({ accountId, now });
  const global = isBarred ? [] : await rolesOf(read).execute({ accountId });
  const mayBreak = what === "question" && caller.kind === "person";
  const emergencies = mayBreak
    ? open.filter((one) => one.accountId === accountId && isOnCall(own, one.caseId))
    : [];
  const held = emergencies.length === 0 ? own : inEmergency(own, emergencies);

  const roleFor = (permission: Permission, where: string): Role | null => {
    const roles = rolesWith(permission);
    const everywhere = global.find(({ role }) => roles.includes(role));
    if (everywhere) return everywhere.role;
    if (roles.includes(ownRole)) return ownRole;
    return held.find(({ caseId, role }) => caseId === where && roles.includes(role))?.role ?? null;
  };
  /** Their cases by id, as just read: cheaper than asking for them again in each statement of the verb. */
  const casesByPermission = new Map<Permission, ReadonlySet<string> | "all">();
  const casesWith = (permission: Permission): ReadonlySet<string> | "all" => {
    const known = casesByPermission.get(permission);
    if (known) return known;
    const fresh = readCasesWith(permission);
    casesByPermission.set(permission, fresh);
    return fresh;
  };
  const readCasesWith = (permission: Permission): ReadonlySet<string> | "all" => {
    if (global.some(({ role }) => rolesWith(permission).includes(role))) return "all";
    const roles = rolesWith(permission);
    return new Set(held.flatMap(({ caseId, role }) => (roles.includes(role) ? [caseId] : [])));
  };
  const within = (column: SQL, permission: Permission): SQL => {
    const mine = casesWith(permission);
    if (mine === "all") return sql`1 = 1`;
    return mine.size === 0 ? sql`1 = 0` : inArray(column, [...mine]);
  };
  const cleared = clearedBits(held);
  const closed = (caseId: string): number => ~(cleared.get(caseId) ?? 0);
  const openOnly = (column: AnyPgColumn, condition: SQL): SQL =>
    sql`${and(condition, outside(column.table, closedByCase(cleared)))}`;
  const acrossCases = (column: AnyPgColumn, permission: Permission): SQL =>
    openOnly(column, within(sql`${column}`, permission));
  const humanId = humanOf(caller);
  const under = (sight: Permission): Scope => {
    const found = new Set<string>();
    let hasSifted = false;
    if (isBarred && !rolesWith(sight).includes(ownRole)) throw new Refused("emergency.unreviewed");
    const sees = (caseId: string, permission = sight, compartments = 0): boolean => {
      const mine = casesWith(permission);
      const isSeen = (mine === "all" || mine.has(caseId)) && (compartments & closed(caseId)) === 0;
      if (isSeen) found.add(caseId);
      return isSeen;
    };
    const cases = (column: AnyPgColumn, permission = sight): SQL => {
      hasSifted = true;
      return openOnly(column, within(unindexed(column), permission));
    };
    const looked = () => (found.size === 0 && hasSifted ? null : found);
    return seal({ accountId, humanId, cases, sees, closed, acrossCases, roleFor, looked });
  };
  const ends = held.flatMap(({ expiresAt, clearedUntil }) => [
    expiresAt ?? Number.POSITIVE_INFINITY,
    clearedUntil ?? Number.POSITIVE_INFINITY,
  ]);
  const until = Math.min(session.until, isBarred ? session.until : dueAt, ...ends);
  return { under, emergencies, until, provenAt: session.provenAt };
}

// Every verb begins with the four questions below, and with one of emergencies.

const asked = (name: string) => sql.placeholder(name);

/** Memberships that have neither ended nor expired, each once for every clearance that its person has in the case. */
const membershipsOf = (read: Reader) =>
  read.kept("scope.memberships", (from) =>
    from
      .select({
        caseId: caseMembers.caseId,
        role: caseMembers.role,
        expiresAt: caseMembers.expiresAt,
        clearedBit: clearances.bit,
        clearedUntil: clearances.expiresAt,
      })
      .from(caseMembers)
      .leftJoin(
        clearances,
        and(
          eq(clearances.accountId, caseMembers.accountId),
          eq(clearances.caseId, caseMembers.caseId),
          // Who comes back to a case is cleared anew.
          gte(clearances.approvedAt, caseMembers.admittedAt),
          isNull(clearances.endedAt),
          or(isNull(clearances.expiresAt), gt(clearances.expiresAt, asked("now"))),
        ),
      )
      .where(
        and(
          eq(caseMembers.accountId, asked("accountId")),
          isNull(caseMembers.endedAt),
          or(isNull(caseMembers.expiresAt), gt(caseMembers.expiresAt, asked("now"))),
        ),
      ),
  );

const rolesOf = (read: Reader) =>
  read.kept("scope.roles", (from) =>
    from
      .select({ role: accountRoles.role })
      .from(accountRoles)
      .where(and(eq(accountRoles.accountId, asked("accountId")), isNull(accountRoles.endedAt))),
  );

const statusOf = (read: Reader) =>
  read.kept("scope.status", (from) =>
    from
      .select({ status: accounts.status })
      .from(accounts)
      .where(eq(accounts.id, asked("accountId"))),
  );

const liveSession = (read: Reader) =>
  read.kept("scope.session", (from) =>
    from
      .select({ createdAt: sessions.createdAt, expiresAt: sessions.expiresAt })
      .from(sessions)
      .where(
        and(
          eq(sessions.id, asked("id")),
          eq(sessions.accountId, asked("accountId")),
          isNull(sessions.revokedAt),
          isNotNull(sessions.factor),
          gt(sessions.expiresAt, asked("now")),
        ),
      ),
  );

/** @returns when the session ends by itself and when it was begun, in ms since 1970 */
async function mustBeLive(
  read: Reader,
  caller: Exclude<Caller, { kind: "setup" }>,
  now: number,
): Promise<{ until: number; provenAt: number }> {
  const { accountId } = caller;
  const [account] = await statusOf(read).execute({ accountId });
  if (account?.status !== "active") throw new Refused("session.ended");
  if (caller.kind !== "person" || caller.session === null)
    return { until: Number.POSITIVE_INFINITY, provenAt: Number.POSITIVE_INFINITY };
  const [session] = await liveSession(read).execute({ id: caller.session, accountId, now });
  if (!session) throw new Refused("session.ended");
  noteUse();
  return { until: session.expiresAt, provenAt: session.createdAt };
}

/** Setup may do one thing, and only while there is no account. */
async function setupScope(read: Reader): Promise<Scope> {
  const [someone] = await read.select({ id: accounts.id }).from(accounts).limit(1);
  return seal({
    accountId: "setup",
    humanId: "setup",
    cases: () => sql`1 = 0`,
    sees: () => false,
    closed: () => EVERY,
    acrossCases: () => sql`1 = 0`,
    roleFor: (permission) => (permission === "setup.run" && !someone ? "administrator" : null),
    looked: () => new Set(),
  });
}

/** Guarantee: called only above, with rights just read. */
function seal(scope: Omit<Scope, typeof made>): Scope {
  return scope as Scope;
}
