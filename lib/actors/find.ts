import { and, eq, isNull } from "drizzle-orm";
import { actors } from "#db/schema/index.ts";
import { mustNotBelongToItself } from "#lib/core/ancestry.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord, findReference, maybeRecord } from "#lib/core/find-record.ts";

type Context = Pick<LoadContext, "read" | "scope">;

/** @throws NotFound when absent or out of scope */
export const findActor = (ctx: Context, actorId: string) => findRecord(ctx, actors, actorId);

/**
 * The actor that another one belongs to is in its case and does not itself belong to it.
 * @param actorId null for a new actor
 * @throws NotFound; Invalid `own_descendant`
 */
export async function mustHoldParentActor(
  ctx: Context,
  caseId: string,
  actorId: string | null,
  parentId: string | null,
): Promise<void> {
  if (parentId === null) return;
  await findReference(ctx, actors, parentId, caseId, "actor.read");
  if (actorId !== null) await mustNotBelongToItself(ctx, actors, actorId, parentId);
}

/** The actor that another one belongs to, as shown beside it; a retracted one says so. */
export async function parentActor(ctx: Context, parentId: string | null) {
  const parent = parentId === null ? null : await maybeRecord(ctx, actors, parentId);
  if (!parent) return null;
  const { id, code, name, nameAr, retractedAt } = parent;
  return { id, code, name, nameAr, retracted: retractedAt !== null };
}

const PARTS_MAX = 200;

/** The actors that belong to one, by name. */
export const partsOfActor = ({ read, scope }: Context, actorId: string) =>
  read
    .select({ id: actors.id, code: actors.code, name: actors.name, nameAr: actors.nameAr, kind: actors.kind })
    .from(actors)
    .where(and(scope.cases(actors.caseId), eq(actors.parentId, actorId), isNull(actors.retractedAt)))
    .orderBy(actors.name, actors.id)
    .limit(PARTS_MAX);
