/** What a deletion leaves to be done once it is committed: files, and what is left of words in the index of them. */
import { and, eq, isNull } from "drizzle-orm";
import { attachments, deletions } from "#db/schema/index.ts";
import { mergeWords, rewriteWords } from "#db/search-merge.ts";
import type { Reader } from "#db/store.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { system } from "#lib/core/system.ts";
import type { JobHandler } from "#lib/jobs/runner.ts";
import { removeFile } from "#lib/platform/storage.ts";
import { liveDeletion } from "./find/retention.ts";

/**
 * Removes the files of a deleted account that no other account of its case holds, and writes the index of words anew. Reads as the house and not as the person: whoever
 * approved a deletion may have lost their rights since, and the bytes must go all the same.
 */
export const finishDeletion: JobHandler = async ({ subjectId: testimonyId }) => {
  const sys = await system();
  const { store, dataFolder } = sys;
  if ((await liveDeletion(store.read, testimonyId))?.status !== "approved") return;
  const files = await store.read
    .select({ caseId: attachments.caseId, sha256: attachments.sha256 })
    .from(attachments)
    .where(eq(attachments.testimonyId, testimonyId));
  for (const file of files)
    if (!(await isHeldElsewhere(store.read, file))) await removeFile(dataFolder, file.caseId, file.sha256);
  await keepBooks(sys, rewriteWords);
  while (await keepBooks(sys, mergeWords));
};

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
