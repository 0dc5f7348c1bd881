import { and, eq } from "drizzle-orm";
import { accounts, caseMembers } from "#db/schema/index.ts";
import { maybeCallerCode } from "#lib/core/caller-code.ts";
import type { AskContext } from "#lib/core/query.ts";

/** Role and case code of a colleague: how a dossier names who decided, never by name. */
export interface Decider {
  role: string;
  caseCode: string;
}

/** Human → role and code in the case; members only, since only members decide. */
export async function decidersOfCase(
  { read, keys }: AskContext,
  caseId: string,
): Promise<Map<string, Decider>> {
  const members = await read
    .select({ accountId: accounts.id, humanId: accounts.humanId, role: caseMembers.role })
    .from(caseMembers)
    .innerJoin(accounts, eq(accounts.id, caseMembers.accountId))
    .where(and(eq(caseMembers.caseId, caseId)));
  const deciders = new Map<string, Decider>();
  for (const { accountId, humanId, role } of members) {
    const caseCode = await maybeCallerCode(read, keys, accountId, caseId);
    if (caseCode !== null && !deciders.has(humanId)) deciders.set(humanId, { role, caseCode });
  }
  return deciders;
}
