import { asc, eq } from "drizzle-orm";
import { accounts, caseMembers } from "#db/schema/index.ts";
import { caseRolesWith, type Permission } from "#lib/access/permissions.ts";
import { maybeCallerCode } from "#lib/core/caller-code.ts";
import type { AskContext } from "#lib/core/query.ts";

/** Role and case code of a colleague: how a dossier names who decided, never by name. */
export interface Decider {
  role: string;
  caseCode: string;
}

/** Those who work or worked on a case, as a dossier asks for them. */
export interface Deciders {
  /** Who they were in the case at an instant, in the role that let them do it; null for nobody. */
  at(humanId: string | null, instant: number | null, permission: Permission): Decider | null;
  /** The case code of a human, or null when they have none. */
  codeOf(humanId: string | null): string | null;
  /** The human behind an account that is or was a member. */
  humanOf(accountId: string): string | null;
}

/** Reads the members of a case, ended ones too: what somebody decided stays decided by them. */
export async function decidersOfCase({ read, keys }: AskContext, caseId: string): Promise<Deciders> {
  const rows = await read
    .select({
      accountId: accounts.id,
      humanId: accounts.humanId,
      role: caseMembers.role,
      from: caseMembers.admittedAt,
      expiresAt: caseMembers.expiresAt,
      endedAt: caseMembers.endedAt,
    })
    .from(caseMembers)
    .innerJoin(accounts, eq(accounts.id, caseMembers.accountId))
    .where(eq(caseMembers.caseId, caseId))
    .orderBy(asc(caseMembers.admittedAt), asc(caseMembers.id));
  const codes = new Map<string, string>();
  for (const { accountId } of rows) {
    const code = codes.has(accountId) ? null : await maybeCallerCode(read, keys, accountId, caseId);
    if (code !== null) codes.set(accountId, code);
  }
  const members = rows.flatMap((row) => {
    const caseCode = codes.get(row.accountId);
    const until = Math.min(row.endedAt ?? Infinity, row.expiresAt ?? Infinity);
    return caseCode === undefined ? [] : [{ ...row, caseCode, until }];
  });
  return {
    at(humanId, instant, permission) {
      if (instant === null) return null;
      const live = members.filter(
        (row) => row.humanId === humanId && row.from <= instant && instant < row.until,
      );
      const may = caseRolesWith(permission);
      const found = live.find(({ role }) => may.includes(role)) ?? live[0];
      return found ? { role: found.role, caseCode: found.caseCode } : null;
    },
    codeOf: (humanId) => members.find((row) => row.humanId === humanId)?.caseCode ?? null,
    humanOf: (accountId) => rows.find((row) => row.accountId === accountId)?.humanId ?? null,
  };
}
