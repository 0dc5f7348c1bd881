import { and, eq, getTableColumns, gt, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import { caseMembers, cases } from "#db/schema/index.ts";
import { caseRolesWith, type Permission } from "#lib/access/permissions.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";

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
  const kept = read.kept("case", (from) =>
    from
      .select(getTableColumns(cases))
      .from(cases)
      .where(eq(cases.id, sql.placeholder("caseId"))),
  );
  const [row] = await kept.execute({ caseId });
  if (!row || !scope.sees(caseId, permission)) throw new NotFound();
  return { ...row, caseId: row.id };
}

/** The condition of a case that stands and in which nobody works now; whoever is on call for it works on nothing. */
export const withoutMembers = ({ read, now }: Pick<LoadContext, "read" | "now">) =>
  and(
    isNull(cases.retractedAt),
    notInArray(
      cases.id,
      read
        .select({ id: caseMembers.caseId })
        .from(caseMembers)
        .where(
          and(
            inArray(caseMembers.role, caseRolesWith("case.read")),
            isNull(caseMembers.endedAt),
            or(isNull(caseMembers.expiresAt), gt(caseMembers.expiresAt, now)),
          ),
        ),
    ),
  );

/**
 * A case that takes new records.
 * @throws NotFound when absent or out of scope; Conflict when the case was retracted: what it holds is history
 */
export async function findOpenCase(
  ctx: Pick<LoadContext, "read" | "scope">,
  caseId: string,
): Promise<CaseFile> {
  const caseFile = await findCase(ctx, caseId);
  if (caseFile.retractedAt !== null) throw new Conflict("case.retracted");
  return caseFile;
}
