import { and, eq, inArray, lt, lte, or, type SQL } from "drizzle-orm";
import { accounts, comments, humans, readMarks } from "#db/schema/index.ts";
import { findCase } from "#lib/cases/find.ts";
import { keyset, paged, PageInput } from "#lib/core/page.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { findCaseRecord } from "#lib/records/find.ts";
import { RecordId } from "#lib/records/vocabulary.ts";
import { z } from "zod";
import { type Comment, commentsInSight, findComment } from "../find.ts";
import { CommentId, VISIBILITIES } from "../vocabulary.ts";

/** What was said about a record, newest first: to the team, or to oneself. */
export const listComments = query({
  name: "comment.list",
  input: z.strictObject({
    recordId: RecordId,
    visibility: z.enum(VISIBILITIES),
    /** Begins with this comment instead of the newest. */
    from: CommentId.optional(),
    page: PageInput,
  }),
  permission: "comment.read",
  async run(ctx, { recordId, visibility, from, page }) {
    const record = await findCaseRecord(ctx, recordId);
    const first = from === undefined ? null : await findComment(ctx, from);
    const keys = keyset(page, "desc", comments.createdAt, comments.id);
    const found = await ctx.read
      .select({
        id: comments.id,
        version: comments.version,
        author: humans.displayName,
        authorHumanId: comments.authorHumanId,
        replyToId: comments.replyToId,
        body: comments.body,
        mentions: comments.mentions,
        createdAt: comments.createdAt,
        updatedAt: comments.updatedAt,
        retractedAt: comments.retractedAt,
      })
      .from(comments)
      .innerJoin(humans, eq(humans.id, comments.authorHumanId))
      .where(
        and(
          eq(comments.recordId, recordId),
          eq(comments.visibility, visibility),
          commentsInSight(ctx),
          first ? notAfter(first) : undefined,
          keys.where,
        ),
      )
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const listed = paged(page, found, (row) => ({ key: row.createdAt, id: row.id }));
    const names = await namesOf(
      ctx,
      listed.rows.flatMap((row) => row.mentions),
    );
    const seenAt = await lastSeen(ctx, recordId);
    const { retractedAt } = await findCase(ctx, record.caseId);
    const isOpen = record.retractedAt === null && retractedAt === null;
    const mayWrite = isOpen && ctx.scope.roleFor("comment.write", record.caseId) !== null;
    return {
      ...listed,
      caseId: record.caseId,
      rows: listed.rows.map(
        ({ authorHumanId, updatedAt, retractedAt: takenBackAt, mentions, body, ...row }) => {
          const isMine = authorHumanId === ctx.scope.humanId;
          const stands = takenBackAt === null;
          return {
            ...row,
            isMine,
            isNew: !isMine && seenAt !== null && row.createdAt > seenAt,
            isAmended: stands && row.version > 1,
            amendedAt: updatedAt,
            /** Null for what was taken back. */
            body: stands ? body : null,
            mentions: stands ? mentions.flatMap((id) => names.get(id) ?? []) : [],
            may: { amend: isMine && stands && mayWrite },
          };
        },
      ),
      may: { write: mayWrite },
    };
  },
});

/** The comment itself and those before it, in the order of the list. */
const notAfter = ({ createdAt, id }: Comment): SQL | undefined =>
  or(lt(comments.createdAt, createdAt), and(eq(comments.createdAt, createdAt), lte(comments.id, id)));

/** Names of accounts that comments call, by id. */
async function namesOf({ read }: AskContext, accountIds: readonly string[]) {
  if (accountIds.length === 0) return new Map<string, { id: string; name: string }>();
  const rows = await read
    .select({ id: accounts.id, name: humans.displayName })
    .from(accounts)
    .innerJoin(humans, eq(humans.id, accounts.humanId))
    .where(inArray(accounts.id, [...new Set(accountIds)]));
  return new Map(rows.map((row) => [row.id, row]));
}

async function lastSeen({ read, scope }: AskContext, recordId: string): Promise<number | null> {
  const [mark] = await read
    .select({ seenAt: readMarks.seenAt })
    .from(readMarks)
    .where(and(eq(readMarks.humanId, scope.humanId), eq(readMarks.recordId, recordId)));
  return mark?.seenAt ?? null;
}
