import { and, eq, getTableColumns } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Permission } from "#lib/access/permissions.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { NotFound } from "#lib/core/refusals.ts";

export type CaseFile = typeof cases.$inferSelect & { caseId: string };

/**
 * A case in which the caller holds a permission (by default, the verb's sight).
 * @throws NotFound when absent or out of scope
 */
export async function findCase(
  { read, scope }: Pick<LoadContext, "read" | "scope">,
  caseId: string,
  permission?: Permission,
): Promise<CaseFile> {
  const [row] = await read
    .select(getTableColumns(cases))
    .from(cases)
    .where(and(eq(cases.id, caseId), scope.cases(cases.id, permission)));
  if (!row) throw new NotFound();
  return { ...row, caseId: row.id };
}
