import { and, eq } from "drizzle-orm";
import { assignments, cases, humans } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { linesOf } from "#lib/records/find.ts";
import { z } from "zod";
import { myLiveAssignments } from "../find.ts";
import { isOverdue } from "../rules.ts";

/** What was given to the caller, over all their cases or in one: what is due first comes first. */
export const listMyAssignments = query({
  name: "assignment.listMine",
  input: z.strictObject({ caseId: CaseId.optional(), page: PageInput }),
  permission: "self.act",
  caseOf: () => ORGANISATION,
  async run(ctx, { caseId, page }) {
    const mine = myLiveAssignments(ctx, caseId);
    const keys = keyset(page, "asc", assignments.dueSort, assignments.id);
    const found = await ctx.read
      .select({
        id: assignments.id,
        version: assignments.version,
        noun: assignments.noun,
        recordId: assignments.recordId,
        dueOn: assignments.dueOn,
        dueSort: assignments.dueSort,
        note: assignments.note,
        createdAt: assignments.createdAt,
        assignedBy: humans.displayName,
        case: { id: cases.id, title: cases.title, titleAr: cases.titleAr },
      })
      .from(assignments)
      .innerJoin(cases, eq(cases.id, assignments.caseId))
      .innerJoin(humans, eq(humans.id, assignments.assignedByHumanId))
      .where(and(mine, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const listed = paged(page, found, (row) => ({ key: row.dueSort, id: row.id }));
    const lines = await linesOf(
      ctx,
      listed.rows.map(({ recordId }) => recordId),
    );
    return {
      ...listed,
      rows: listed.rows.map((row) => ({
        ...row,
        isOverdue: isOverdue(row.dueOn, ctx.now),
        record: lines.get(row.recordId) ?? null,
      })),
      total: await ctx.read.$count(assignments, mine),
    };
  },
});
