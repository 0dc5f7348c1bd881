/** Plans for safe contact, sealed as they are on record. */
import { desc, eq } from "drizzle-orm";
import { contactPlans } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";

/** The plan that counts, if there is one. */
export async function planOf({ read }: Pick<LoadContext, "read">, witnessId: string) {
  const [newest] = await read
    .select()
    .from(contactPlans)
    .where(eq(contactPlans.witnessId, witnessId))
    .orderBy(desc(contactPlans.number))
    .limit(1);
  return newest ?? null;
}
