import { and, count, eq, getTableColumns, isNull } from "drizzle-orm";
import { assignments } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { recordsInSight } from "#lib/records/find.ts";

type Context = Pick<LoadContext, "read" | "scope">;

/** An assignment of a record that the caller may read. @throws NotFound */
export async function findAssignment(ctx: Context, assignmentId: string) {
  const [row] = await ctx.read
    .select(getTableColumns(assignments))
    .from(assignments)
    .where(
      and(
        eq(assignments.id, assignmentId),
        ctx.scope.cases(assignments.caseId, "assignment.read"),
        recordsInSight(ctx, assignments),
      ),
    );
  if (!row) throw new NotFound();
  return row;
}

/** The live assignment of a record that was found in scope, or null. */
export async function liveAssignment({ read }: Context, caseId: string, recordId: string) {
  const [row] = await read
    .select(getTableColumns(assignments))
    .from(assignments)
    .where(
      and(eq(assignments.caseId, caseId), eq(assignments.liveKey, recordId), isNull(assignments.endedAt)),
    );
  return row ?? null;
}

/** The live assignments of the caller that they may see; of one case, when it is given. */
export const myLiveAssignments = (ctx: Context, caseId?: string) =>
  and(
    eq(assignments.assigneeHumanId, ctx.scope.humanId),
    isNull(assignments.endedAt),
    ctx.scope.cases(assignments.caseId, "assignment.read"),
    recordsInSight(ctx, assignments),
    caseId === undefined ? undefined : eq(assignments.caseId, caseId),
  );

/** How many live assignments the caller has, case by case. */
export const assignedByCase = (ctx: Context) =>
  ctx.read
    .select({ caseId: assignments.caseId, count: count() })
    .from(assignments)
    .where(myLiveAssignments(ctx))
    .groupBy(assignments.caseId);
