/** A copy of each checkpoint in a folder on another disk or another machine. */
import { auditAnchors } from "#db/schema/index.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { newId } from "#lib/core/ids.ts";
import type { System } from "#lib/core/system.ts";
import { readEnv } from "#lib/platform/env.ts";
import { and, desc, eq } from "drizzle-orm";
import type { SignedCheckpoint } from "../checkpoint.ts";
import { noteFault } from "../anchor-faults.ts";
import { keepNoteFile } from "../note-files.ts";

/** Lays a checkpoint in the folder that is set for it, if one is. What stands in the way is kept as a fault and tried again. */
export async function anchorInFolder(sys: System, checkpoint: SignedCheckpoint): Promise<void> {
  const { anchorFolder: place } = readEnv();
  if (place === null || (await isThere(sys, place, checkpoint))) return;
  try {
    keepNoteFile(place, checkpoint, false);
  } catch {
    await noteFault(sys, { kind: "folder", place, problem: "folder_unwritable" });
    return;
  }
  const { origin, size, root } = checkpoint;
  const row = { id: newId("anchor"), kind: "folder" as const, place, origin, size, root, evidence: null };
  await keepBooks(sys, (books) => books.insert(auditAnchors).values({ ...row, at: sys.clock() }));
  await noteFault(sys, { kind: "folder", place, problem: null });
}

async function isThere({ store: { read } }: System, place: string, { origin, size }: SignedCheckpoint) {
  const [row] = await read
    .select({ origin: auditAnchors.origin, size: auditAnchors.size })
    .from(auditAnchors)
    .where(and(eq(auditAnchors.kind, "folder"), eq(auditAnchors.place, place)))
    .orderBy(desc(auditAnchors.size))
    .limit(1);
  return row?.origin === origin && row.size === size;
}
