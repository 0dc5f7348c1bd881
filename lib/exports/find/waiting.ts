/** Finished exports that wait for an approval which the caller may give. The commands ask the same, and the gate besides. */
import { and, count, eq, exists, gt, isNotNull, isNull, ne, notExists, or, type SQL } from "drizzle-orm";
import { caseExports, cases, exportApprovals } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";
import type { ApprovalKind } from "#lib/release/vocabulary.ts";

type Context = Pick<AskContext, "read" | "scope" | "now">;

/**
 * The condition that the caller may say yes to an export now: it is ready, of a case that stands, has a recipient and no such yes yet,
 * and the caller neither asked for it nor gave the other one.
 */
export function waitsForCaller({ read, scope, now }: Context): SQL | undefined {
  const { humanId } = scope;
  const given = (what: SQL | undefined) =>
    read
      .select({ id: exportApprovals.id })
      .from(exportApprovals)
      .where(and(eq(exportApprovals.exportId, caseExports.id), what));
  const lacks = (kind: ApprovalKind) => notExists(given(eq(exportApprovals.kind, kind)));
  const inStandingCase = read
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, caseExports.caseId), isNull(cases.retractedAt)));
  return and(
    eq(caseExports.status, "ready"),
    or(isNull(caseExports.expiresAt), gt(caseExports.expiresAt, now)),
    isNotNull(caseExports.recipientId),
    ne(caseExports.requestedByHumanId, humanId),
    exists(inStandingCase),
    notExists(given(eq(exportApprovals.humanId, humanId))),
    or(
      and(scope.acrossCases(caseExports.caseId, "export.approveLegal"), lacks("legal")),
      and(scope.acrossCases(caseExports.caseId, "export.approveProtection"), lacks("protection")),
    ),
  );
}

/** By case: how many exports wait for the caller. */
export const exportsWaiting = (ctx: Context) =>
  ctx.read
    .select({ caseId: caseExports.caseId, count: count() })
    .from(caseExports)
    .where(and(ctx.scope.acrossCases(caseExports.caseId, "export.read"), waitsForCaller(ctx)))
    .groupBy(caseExports.caseId);
