import { and, eq, gt, ne } from "drizzle-orm";
import { comments, notices, readMarks } from "#db/schema/index.ts";
import { query } from "#lib/core/query.ts";
import { commentsInSight } from "#lib/comments/find.ts";
import { findCaseRecord } from "#lib/records/find.ts";
import { RecordId } from "#lib/records/vocabulary.ts";
import { z } from "zod";
import { myUnread } from "../find.ts";
import { UNREAD_MAX } from "../vocabulary.ts";

/** What happened to a record since the caller last opened it: whether it changed, and how much others said. */
export const sinceSeen = query({
  name: "notice.sinceSeen",
  input: z.strictObject({ recordId: RecordId }),
  permission: "comment.read",
  async run(ctx, { recordId }) {
    const record = await findCaseRecord(ctx, recordId);
    const { humanId } = ctx.scope;
    const [mark] = await ctx.read
      .select({ seenAt: readMarks.seenAt })
      .from(readMarks)
      .where(and(eq(readMarks.humanId, humanId), eq(readMarks.recordId, recordId)));
    const seenAt = mark?.seenAt ?? null;
    const said = await ctx.read
      .select({ id: comments.id })
      .from(comments)
      .where(
        and(
          eq(comments.recordId, recordId),
          gt(comments.createdAt, seenAt ?? 0),
          ne(comments.authorHumanId, humanId),
          commentsInSight(ctx),
        ),
      )
      .limit(UNREAD_MAX + 1);
    const told = await ctx.read
      .select({ id: notices.id })
      .from(notices)
      .where(and(myUnread(ctx), eq(notices.recordId, recordId)))
      .limit(1);
    // Who reads in an emergency leaves nothing behind but the log.
    const mayNote = ctx.scope.roleFor("comment.write", record.caseId) !== null;
    const changed = seenAt !== null && record.updatedAt > seenAt;
    return {
      seenAt,
      changed,
      comments: said.length,
      /** Whether there is anything to note by opening the record: no write is made for looking at the same thing again. */
      toNote: mayNote && (seenAt === null || changed || said.length > 0 || told.length > 0),
    };
  },
});
