import { and, eq, getTableColumns, inArray, or, type SQL } from "drizzle-orm";
import { accounts, comments } from "#db/schema/index.ts";
import { maybeMember } from "#lib/accounts/find.ts";
import { clearedFor } from "#lib/core/cleared.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { Conflict, Invalid, NotFound } from "#lib/core/refusals.ts";
import { recordsInSight, sightOfRecord } from "#lib/records/find.ts";
import type { RecordNoun } from "#lib/records/vocabulary.ts";

type Context = Pick<LoadContext, "read" | "scope">;
export type Comment = typeof comments.$inferSelect;

/** The condition that the caller may see a comment: its record, and the comment itself if it is somebody's own. */
export const commentsInSight = (ctx: Context): SQL | undefined =>
  and(
    ctx.scope.cases(comments.caseId, "comment.read"),
    recordsInSight(ctx, comments),
    or(eq(comments.visibility, "team"), eq(comments.authorHumanId, ctx.scope.humanId)),
  );

/** @throws NotFound when absent, or not for the caller to see */
export async function findComment(ctx: Context, commentId: string): Promise<Comment> {
  const [row] = await ctx.read
    .select(getTableColumns(comments))
    .from(comments)
    .where(and(eq(comments.id, commentId), commentsInSight(ctx)));
  if (!row) throw new NotFound();
  return row;
}

/** @throws Conflict when it is another person's, or was taken back */
export function mustBeOwn(comment: Comment, humanId: string): void {
  if (comment.authorHumanId !== humanId) throw new Conflict("comment.of_another");
  if (comment.retractedAt !== null) throw new Conflict("record.retracted");
}

/**
 * The humans whom a comment calls: each may read the record now.
 * @throws Invalid naming the first that does not, or that a comment for oneself calls nobody
 */
export async function humansCalled(
  ctx: Pick<LoadContext, "read" | "now">,
  record: { id: string; caseId: string; noun: RecordNoun },
  { mentions, visibility }: { mentions: readonly string[]; visibility: Comment["visibility"] },
): Promise<string[]> {
  if (visibility === "own" && mentions.length > 0)
    throw new Invalid([{ path: "mentions", code: "mention_in_own" }]);
  const isCleared = await clearedFor(
    ctx.read,
    { caseId: record.caseId, recordId: record.id },
    ctx.now,
    "accountId",
  );
  const humans = [];
  for (const [at, accountId] of mentions.entries()) {
    const member = await maybeMember(ctx, record.caseId, accountId, sightOfRecord(record.noun));
    if (!member || !isCleared(accountId))
      throw new Invalid([{ path: `mentions.${at}`, code: "not_a_member" }]);
    humans.push(member.humanId);
  }
  return humans;
}

/** The humans behind accounts. */
export async function humansOf({ read }: Pick<LoadContext, "read">, accountIds: readonly string[]) {
  if (accountIds.length === 0) return [];
  const rows = await read
    .select({ humanId: accounts.humanId })
    .from(accounts)
    .where(inArray(accounts.id, [...accountIds]));
  return rows.map(({ humanId }) => humanId);
}
