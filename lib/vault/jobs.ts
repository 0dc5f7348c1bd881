/** What is left to be done once it is committed that an identity goes: no transaction takes a file back. */
import { and, eq, isNotNull } from "drizzle-orm";
import { identities, jobs } from "#db/schema/index.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { recordKeysOf, system } from "#lib/core/system.ts";
import type { JobHandler } from "#lib/jobs/runner.ts";
import { setTombstone } from "#lib/platform/tombstones.ts";
import { FINISHING } from "./words.ts";

/**
 * Destroys the key of an identity that was shredded. Reads as the house and not as the person: whoever approved it may have lost
 * their rights since, and the key must go all the same.
 */
export const finishShred: JobHandler = async ({ subjectId: identityId }) => {
  const sys = await system();
  const [row] = await sys.store.read
    .select({ keyId: identities.keyId })
    .from(identities)
    .where(and(eq(identities.id, identityId), isNotNull(identities.shreddedAt)));
  if (!row) return;
  recordKeysOf(sys).destroy(row.keyId);
  setTombstone(sys.dataFolder, identityId);
};

/** Takes up again what could not be finished: an identity is not gone before its key is. */
export async function finishShreds(): Promise<void> {
  const sys = await system();
  await keepBooks(sys, async (tx) => {
    await tx
      .update(jobs)
      .set({ status: "queued", attempts: 0, problem: null, updatedAt: sys.clock() })
      .where(and(eq(jobs.status, "failed"), eq(jobs.kind, FINISHING)));
  });
}
