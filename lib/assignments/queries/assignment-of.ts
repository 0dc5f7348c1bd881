import { and, desc, eq } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { assignments, humans } from "#db/schema/index.ts";
import { humansInCase } from "#lib/accounts/find.ts";
import { findCase } from "#lib/cases/find.ts";
import { query } from "#lib/core/query.ts";
import { findCaseRecord, sightOfRecord } from "#lib/records/find.ts";
import { RecordId } from "#lib/records/vocabulary.ts";
import { z } from "zod";
import { isOverdue } from "../rules.ts";

const EARLIER_MAX = 5;

/** Who works on a record now, until when and on whose word, and who did before, newest first. */
export const assignmentOf = query({
  name: "assignment.of",
  input: z.strictObject({ recordId: RecordId }),
  permission: "assignment.read",
  async run(ctx, { recordId }) {
    const record = await findCaseRecord(ctx, recordId);
    const { caseId, noun } = record;
    const caseFile = await findCase(ctx, caseId);
    const [assignee, giver] = [alias(humans, "assignee"), alias(humans, "giver")];
    const rows = await ctx.read
      .select({
        id: assignments.id,
        version: assignments.version,
        assigneeHumanId: assignments.assigneeHumanId,
        assignee: assignee.displayName,
        assignedBy: giver.displayName,
        dueOn: assignments.dueOn,
        note: assignments.note,
        createdAt: assignments.createdAt,
        endedAt: assignments.endedAt,
        ending: assignments.ending,
      })
      .from(assignments)
      .innerJoin(assignee, eq(assignee.id, assignments.assigneeHumanId))
      .innerJoin(giver, eq(giver.id, assignments.assignedByHumanId))
      .where(
        and(
          ctx.scope.cases(assignments.caseId),
          eq(assignments.caseId, caseId),
          eq(assignments.recordId, recordId),
        ),
      )
      .orderBy(desc(assignments.createdAt), desc(assignments.id))
      .limit(EARLIER_MAX + 1);
    const live = rows.find((row) => row.endedAt === null) ?? null;
    const here = live
      ? await humansInCase(ctx, caseId, [live.assigneeHumanId], sightOfRecord(noun))
      : new Set<string>();
    const isOpen = record.retractedAt === null && caseFile.retractedAt === null;
    const mayWrite = ctx.scope.roleFor("assignment.write", caseId) !== null;
    return {
      caseId,
      current: live && {
        ...live,
        isOverdue: isOverdue(live.dueOn, ctx.now),
        isMine: live.assigneeHumanId === ctx.scope.humanId,
        /** False for somebody who has left the case, or whose role ran out. */
        isMember: here.has(live.assigneeHumanId),
      },
      earlier: rows.filter((row) => row.endedAt !== null),
      may: { assign: mayWrite && isOpen, end: mayWrite },
    };
  },
});
