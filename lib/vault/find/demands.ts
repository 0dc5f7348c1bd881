import { eq } from "drizzle-orm";
import { accounts, humans, type identities, identityDemands } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";

/** That every opening of an identity of a case takes a second person, since when and by whom; or null. */
export async function demandOf(read: Reader, caseId: string) {
  const [row] = await read
    .select({ at: identityDemands.demandedAt, by: humans.displayName })
    .from(identityDemands)
    .leftJoin(accounts, eq(accounts.id, identityDemands.demandedBy))
    .leftJoin(humans, eq(humans.id, accounts.humanId))
    .where(eq(identityDemands.caseId, caseId));
  return row ?? null;
}

/** Whether opening an identity takes a second person: because it demands one itself, or because its case does. */
export const takesSecond = async (
  read: Reader,
  { demandsSecond, caseId }: Pick<typeof identities.$inferSelect, "demandsSecond" | "caseId">,
): Promise<boolean> => demandsSecond || (await demandOf(read, caseId)) !== null;
