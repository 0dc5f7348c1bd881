/** What a deletion leaves to be done once it is committed: files, and what is left of words in the index of them. */
import { and, eq, isNull } from "drizzle-orm";
import { attachments, deletions, jobs } from "#db/schema/index.ts";
import { mergeWords, rewriteWords } from "#db/search-merge.ts";
import type { Reader } from "#db/store.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { type System, system } from "#lib/core/system.ts";
import type { JobHandler } from "#lib/jobs/runner.ts";
import { removeFile } from "#lib/platform/storage.ts";
import { setTombstone } from "#lib/platform/tombstones.ts";
import { liveDeletion } from "./find/retention.ts";
import { FINISHING } from "./words.ts";

/**
 * Removes the files of a deleted account that no other account of its case holds, and writes the index of words anew. Reads as the house and not as the person: whoever
 * approved a deletion may have lost their rights since, and the bytes must go all the same.
 */
export const finishDeletion: JobHandler = async ({ subjectId: testimonyId }) => {
  const sys = await system();
  const { store } = sys;
  if ((await liveDeletion(store.read, testimonyId))?.status !== "approved") return;
  const files = await store.read
    .select({ caseId: attachments.caseId, sha256: attachments.sha256 })
    .from(attachments)
    .where(eq(attachments.testimonyId, testimonyId));
  for (const file of files)
    await removeFile(sys, file.caseId, file.sha256, () => isHeldElsewhere(store.read, file));
  await keepBooks(sys, rewriteWords);
  while (await keepBooks(sys, mergeWords));
  await emptyLog(sys);
  setTombstone(sys.dataFolder, testimonyId);
};

const TRIES_MAX = 50;
const WAIT_MS = 200;

/** Until the log of writes is empty: it holds what was there before. @throws Error when others kept it in use */
async function emptyLog({ store }: System): Promise<void> {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    if (store.emptyLog()) return;
    await new Promise((done) => setTimeout(done, WAIT_MS));
  }
  throw new Error("The log of writes was in use all the time; the deletion is finished within the hour.");
}

/** Takes up again what could not be finished: a deletion is not over before its last byte is. */
export async function finishDeletions(): Promise<void> {
  const sys = await system();
  await keepBooks(sys, async (tx) => {
    await tx
      .update(jobs)
      .set({ status: "queued", attempts: 0, problem: null, updatedAt: sys.clock() })
      .where(and(eq(jobs.status, "failed"), eq(jobs.kind, FINISHING)));
  });
}

/** Whether an account that was not deleted came with the same bytes. */
async function isHeldElsewhere(read: Reader, { caseId, sha256 }: { caseId: string; sha256: string }) {
  const [other] = await read
    .select({ id: attachments.id })
    .from(attachments)
    .leftJoin(
      deletions,
      and(eq(deletions.testimonyId, attachments.testimonyId), eq(deletions.status, "approved")),
    )
    .where(and(eq(attachments.caseId, caseId), eq(attachments.sha256, sha256), isNull(deletions.id)))
    .limit(1);
  return other !== undefined;
}
