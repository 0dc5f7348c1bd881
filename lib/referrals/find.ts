/** Referrals as they are on record. */
import { eq } from "drizzle-orm";
import { referrals } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";

/** Whether anything was ever recorded of help for a person, whatever became of it. */
export async function hasReferral(read: Reader, witnessId: string): Promise<boolean> {
  const [found] = await read
    .select({ id: referrals.id })
    .from(referrals)
    .where(eq(referrals.witnessId, witnessId))
    .limit(1);
  return found !== undefined;
}
