import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { actors, allegations, caseExports, findings, incidents, testimonies } from "#db/schema/index.ts";
import type { Permission } from "#lib/access/permissions.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { countUpTo } from "#lib/core/page.ts";
import { FINDING_STATUSES } from "#lib/corroboration/vocabulary.ts";
import { waitingCount } from "#lib/corroboration/find/waiting.ts";
import { testimonyStages } from "#lib/testimonies/vocabulary.ts";
import { z } from "zod";
import { findCase } from "../find.ts";
import { CaseId } from "../vocabulary.ts";

type CaseTable = PgTable & { caseId: AnyPgColumn; retractedAt: AnyPgColumn };

/**
 * A case in numbers: what stands in it, by stage and status, and what waits for the caller. Each is counted as far as lists
 * are, so that a case of a million opens as fast as any; one more than that says that there are more.
 */
export const readOverview = query({
  name: "case.overview",
  input: z.strictObject({ caseId: CaseId }),
  permission: "case.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId }) {
    const { id, code, kind, title, titleAr, summary } = await findCase(ctx, caseId);
    const { scope } = ctx;
    const may = (permission: Permission) => scope.roleFor(permission, caseId) !== null;
    return {
      case: { id, code, kind, title, titleAr, summary },
      testimonies: await countedBy(
        ctx,
        testimonies,
        [testimonies.stage, testimonyStages],
        standing(ctx, testimonies, caseId, "testimony.read"),
      ),
      findings: await countedBy(
        ctx,
        findings,
        [findings.status, FINDING_STATUSES],
        standing(ctx, findings, caseId, "finding.read"),
      ),
      incidents: await countUpTo(ctx.read, incidents, standing(ctx, incidents, caseId, "incident.read")),
      actors: await countUpTo(ctx.read, actors, standing(ctx, actors, caseId, "actor.read")),
      allegations: await countUpTo(
        ctx.read,
        allegations,
        standing(ctx, allegations, caseId, "allegation.read"),
      ),
      /** Null for a role that reads no exports. */
      exports: may("export.read")
        ? await countUpTo(ctx.read, caseExports, standing(ctx, caseExports, caseId, "export.read"))
        : null,
      /** Null for a role that decides on nothing. */
      waiting: may("finding.review") ? await waitingCount(ctx, caseId) : null,
    };
  },
});

/** Rows of the case that were not retracted, if the caller may read them. */
const standing = ({ scope }: AskContext, table: CaseTable, caseId: string, permission: Permission) =>
  and(scope.cases(table.caseId, permission), eq(table.caseId, caseId), isNull(table.retractedAt));

/** How many rows there are of each value of a column, each as far as lists are counted; a value without rows is not listed. */
async function countedBy(
  { read }: AskContext,
  table: CaseTable,
  [column, values]: readonly [AnyPgColumn, readonly string[]],
  where: SQL | undefined,
) {
  const counts = [];
  for (const value of values) {
    const count = await countUpTo(read, table, and(where, eq(column, value)));
    if (count > 0) counts.push({ value, count });
  }
  return counts;
}
