import { places } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord, findReference } from "#lib/core/find-record.ts";

type Context = Pick<LoadContext, "read" | "scope">;

/** @throws NotFound when absent or out of scope */
export const findPlace = (ctx: Context, placeId: string) => findRecord(ctx, places, placeId);

/** The places that a place points to are in its case. @throws NotFound */
export async function mustHoldPlaceReferences(
  ctx: Context,
  caseId: string,
  fields: { parentId: string | null; possibleDuplicateOfId: string | null },
): Promise<void> {
  for (const id of [fields.parentId, fields.possibleDuplicateOfId]) {
    if (id !== null) await findReference(ctx, places, id, caseId, "place.read");
  }
}
