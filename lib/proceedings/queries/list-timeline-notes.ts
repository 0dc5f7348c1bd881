import { and, eq, isNull } from "drizzle-orm";
import { timelineNotes } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";

/** Lines of context of a case by date. */
export const listTimelineNotes = query({
  name: "timelineNote.list",
  input: z.strictObject({
    caseId: CaseId,
    direction: z.enum(["asc", "desc"]).default("asc"),
    page: PageInput,
  }),
  permission: "proceeding.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, direction, page }) {
    const keys = keyset(page, direction, timelineNotes.notedSort, timelineNotes.id);
    const inList = and(
      scope.cases(timelineNotes.caseId),
      eq(timelineNotes.caseId, caseId),
      isNull(timelineNotes.retractedAt),
    );
    const rows = await read
      .select({
        id: timelineNotes.id,
        code: timelineNotes.code,
        version: timelineNotes.version,
        notedEdtf: timelineNotes.notedEdtf,
        notedSort: timelineNotes.notedSort,
        title: timelineNotes.title,
        body: timelineNotes.body,
      })
      .from(timelineNotes)
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, timelineNotes, inList);
    return {
      ...paged(page, rows, (row) => ({ key: row.notedSort, id: row.id })),
      total,
      may: { write: scope.roleFor("proceeding.write", caseId) !== null },
    };
  },
});
