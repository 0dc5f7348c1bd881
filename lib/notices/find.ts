import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import { notices } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { recordsInSight } from "#lib/records/find.ts";
import { type NOTICE_KINDS, UNREAD_MAX } from "./vocabulary.ts";

/** The condition of the caller's notices: those of what they may still read. */
export const myNotices = (ctx: Pick<LoadContext, "read" | "scope">): SQL | undefined =>
  and(
    eq(notices.humanId, ctx.scope.humanId),
    or(
      recordsInSight(ctx, notices),
      and(eq(notices.noun, "export"), ctx.scope.cases(notices.caseId, "export.read")),
      and(eq(notices.noun, "case"), ctx.scope.cases(notices.caseId, "case.read")),
      and(eq(notices.kind, "emergency_opened"), ctx.scope.cases(notices.caseId, "emergency.read")),
      and(eq(notices.kind, "emergency_reviewed"), ctx.scope.cases(notices.caseId, "emergency.open")),
    ),
  );

/** Those of them that were not read. */
export const myUnread = (ctx: Pick<LoadContext, "read" | "scope">): SQL | undefined =>
  and(myNotices(ctx), isNull(notices.readAt));

/** How many they are, up to one more than is ever shown. */
export async function countUnreadOf(
  ctx: Pick<LoadContext, "read" | "scope">,
  kind?: (typeof NOTICE_KINDS)[number],
): Promise<number> {
  const rows = await ctx.read
    .select({ id: notices.id })
    .from(notices)
    .where(and(myUnread(ctx), kind === undefined ? undefined : eq(notices.kind, kind)))
    .limit(UNREAD_MAX + 1);
  return rows.length;
}
