import { and, count, eq, isNull, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { actors, allegations, caseExports, findings, incidents, testimonies } from "#db/schema/index.ts";
import type { Permission } from "#lib/access/permissions.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { waitingCount } from "#lib/corroboration/find/waiting.ts";
import { z } from "zod";
import { findCase } from "../find.ts";
import { CaseId } from "../vocabulary.ts";

type CaseTable = PgTable & { caseId: AnyPgColumn; retractedAt: AnyPgColumn };

/** A case in numbers: what stands in it, by stage and status, and what waits for the caller. */
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
        testimonies.stage,
        standing(ctx, testimonies, caseId, "testimony.read"),
      ),
      findings: await countedBy(
        ctx,
        findings,
        findings.status,
        standing(ctx, findings, caseId, "finding.read"),
      ),
      incidents: await ctx.read.$count(incidents, standing(ctx, incidents, caseId, "incident.read")),
      actors: await ctx.read.$count(actors, standing(ctx, actors, caseId, "actor.read")),
      allegations: await ctx.read.$count(allegations, standing(ctx, allegations, caseId, "allegation.read")),
      /** Null for a role that reads no exports. */
      exports: may("export.read")
        ? await ctx.read.$count(caseExports, standing(ctx, caseExports, caseId, "export.read"))
        : null,
      /** Null for a role that decides on nothing. */
      waiting: may("finding.review") ? await waitingCount(ctx, caseId) : null,
    };
  },
});

/** Rows of the case that were not retracted, if the caller may read them. */
const standing = ({ scope }: AskContext, table: CaseTable, caseId: string, permission: Permission) =>
  and(scope.cases(table.caseId, permission), eq(table.caseId, caseId), isNull(table.retractedAt));

/** How many rows there are of each value of a column; a value without rows is not listed. */
async function countedBy(
  { read }: AskContext,
  table: CaseTable,
  column: AnyPgColumn,
  where: SQL | undefined,
) {
  const rows = await read.select({ value: column, count: count() }).from(table).where(where).groupBy(column);
  return rows.map((row) => ({ value: String(row.value), count: row.count }));
}
