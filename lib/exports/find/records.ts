import { caseExports } from "#db/schema/index.ts";
import type { Permission } from "#lib/access/permissions.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import { findServable } from "#lib/recipients/find.ts";
import { Purpose } from "#lib/release/vocabulary.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord } from "#lib/core/find-record.ts";

type ExportRow = typeof caseExports.$inferSelect;

/** An export of a case in scope. @throws NotFound */
export const findExport = (
  ctx: Pick<LoadContext, "read" | "scope">,
  exportId: string,
  permission?: Permission,
): Promise<ExportRow> => findRecord(ctx, caseExports, exportId, permission);

/** An export of records is no key to codes, and the other way round: to the verbs of the one the other is absent. @throws NotFound */
export function mustHold(row: Pick<ExportRow, "contents">, contents: ExportRow["contents"]): void {
  if (row.contents !== contents) throw new NotFound();
}

/**
 * The recipient of an export, judged as of now.
 * @throws Conflict with the rule by which it may be handed nothing any more
 */
export async function findReceiver(
  ctx: Pick<LoadContext, "read" | "scope" | "now">,
  { caseId, recipientId, releasePurpose }: ExportRow,
) {
  if (recipientId === null) throw new Conflict("export.no_recipient");
  return findServable(ctx, caseId, recipientId, Purpose.parse(releasePurpose));
}
