import { eq } from "drizzle-orm";
import { externalIdentities } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";

/** What an account is tied to, or null. */
export async function maybeTie(read: Pick<Reader, "select">, accountId: string) {
  const [row] = await read
    .select()
    .from(externalIdentities)
    .where(eq(externalIdentities.accountId, accountId));
  return row ?? null;
}

/** The account that is tied to an identity, or null. */
export async function maybeTiedAccount(
  read: Pick<Reader, "select">,
  identityHash: string,
): Promise<string | null> {
  const [row] = await read
    .select({ accountId: externalIdentities.accountId })
    .from(externalIdentities)
    .where(eq(externalIdentities.identityHash, identityHash));
  return row?.accountId ?? null;
}
