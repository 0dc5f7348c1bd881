import { caseExports } from "#db/schema/index.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findServable } from "#lib/recipients/find.ts";
import { Purpose } from "#lib/release/vocabulary.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord } from "#lib/core/find-record.ts";

/** An export of a case in scope. @throws NotFound */
export const findExport = (ctx: Pick<LoadContext, "read" | "scope">, exportId: string) =>
  findRecord(ctx, caseExports, exportId);

/**
 * The recipient of an export, judged as of now.
 * @throws Conflict with the rule by which it may be handed nothing any more
 */
export async function findReceiver(
  ctx: Pick<LoadContext, "read" | "scope" | "now">,
  { caseId, recipientId, releasePurpose }: typeof caseExports.$inferSelect,
) {
  if (recipientId === null) throw new Conflict("export.no_recipient");
  return findServable(ctx, caseId, recipientId, Purpose.parse(releasePurpose));
}
