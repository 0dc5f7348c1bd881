import { actors, proceedings, timelineNotes } from "#db/schema/index.ts";
import { mustNotBelongToItself } from "#lib/core/ancestry.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord, findReference } from "#lib/core/find-record.ts";

type Context = Pick<LoadContext, "read" | "scope">;

/** @throws NotFound when absent or out of scope */
export const findProceeding = (ctx: Context, proceedingId: string) =>
  findRecord(ctx, proceedings, proceedingId);

/** @throws NotFound when absent or out of scope */
export const findTimelineNote = (ctx: Context, timelineNoteId: string) =>
  findRecord(ctx, timelineNotes, timelineNoteId);

/**
 * The body of a proceeding and the one that it is a step of are in its case, and it is no step of itself.
 * @param proceedingId null for a new one
 * @throws NotFound; Invalid `own_descendant`
 */
export async function mustHoldProceedingReferences(
  ctx: Context,
  caseId: string,
  proceedingId: string | null,
  { bodyActorId, parentId }: { bodyActorId: string | null; parentId: string | null },
): Promise<void> {
  if (bodyActorId !== null) await findReference(ctx, actors, bodyActorId, caseId, "actor.read");
  if (parentId === null) return;
  await findReference(ctx, proceedings, parentId, caseId, "proceeding.read");
  if (proceedingId !== null) await mustNotBelongToItself(ctx, proceedings, proceedingId, parentId);
}
