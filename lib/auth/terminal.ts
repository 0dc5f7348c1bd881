/** The person named at the terminal of the machine that holds the data: whoever can read the key file needs no password. */
import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { Caller } from "#lib/core/caller.ts";

/** The caller for an account's name, or null when there is none. Rights are read at the act itself, as for everyone. */
export async function maybePersonAtTerminal(read: Reader, name: string): Promise<Caller | null> {
  const [account] = await read
    .select({ id: accounts.id, humanId: accounts.humanId })
    .from(accounts)
    .where(eq(accounts.name, name.trim().toLowerCase()));
  if (!account) return null;
  return { kind: "person", accountId: account.id, humanId: account.humanId, session: null, auth: "terminal" };
}
