import { asc, eq, inArray } from "drizzle-orm";
import { exportApprovals, humans } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";

/** Who approved a bag, in which part, and when. */
export const approvalsOf = (read: Reader, exportId: string) =>
  read
    .select({
      kind: exportApprovals.kind,
      humanId: exportApprovals.humanId,
      by: humans.displayName,
      approvedAt: exportApprovals.approvedAt,
    })
    .from(exportApprovals)
    .innerJoin(humans, eq(humans.id, exportApprovals.humanId))
    .where(eq(exportApprovals.exportId, exportId))
    .orderBy(asc(exportApprovals.kind));

/** Of some exports, which were approved by both, a lawyer and a protection officer. */
export async function approvedByBoth(read: Reader, exportIds: readonly string[]): Promise<Set<string>> {
  if (exportIds.length === 0) return new Set();
  const rows = await read
    .select({ exportId: exportApprovals.exportId })
    .from(exportApprovals)
    .where(inArray(exportApprovals.exportId, [...exportIds]));
  const given = Map.groupBy(rows, ({ exportId }) => exportId);
  return new Set([...given].flatMap(([id, approvals]) => (approvals.length === 2 ? [id] : [])));
}
