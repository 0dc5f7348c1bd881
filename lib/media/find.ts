import { mediaItems, sources } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord, findReference } from "#lib/core/find-record.ts";

type Context = Pick<LoadContext, "read" | "scope">;

/** @throws NotFound when absent or out of scope */
export const findMedia = (ctx: Context, mediaId: string) => findRecord(ctx, mediaItems, mediaId);

/** Every outlet that an item names is a source of its case. @throws NotFound */
export async function mustHoldOutlets(
  ctx: Context,
  caseId: string,
  item: { circulatedBy: readonly string[]; verifications: readonly { sourceId: string }[] },
): Promise<void> {
  const named = new Set([...item.circulatedBy, ...item.verifications.map(({ sourceId }) => sourceId)]);
  for (const id of named) await findReference(ctx, sources, id, caseId, "source.read");
}
