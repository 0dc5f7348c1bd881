import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import { notices } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { recordsInSight } from "#lib/records/find.ts";

/** The condition of the caller's notices: those of what they may still read. */
export const myNotices = (ctx: Pick<LoadContext, "read" | "scope">): SQL | undefined =>
  and(
    eq(notices.humanId, ctx.scope.humanId),
    or(
      recordsInSight(ctx, notices),
      and(eq(notices.noun, "export"), ctx.scope.cases(notices.caseId, "export.read")),
      and(eq(notices.noun, "case"), ctx.scope.cases(notices.caseId, "case.read")),
    ),
  );

/** Those of them that were not read. */
export const myUnread = (ctx: Pick<LoadContext, "read" | "scope">): SQL | undefined =>
  and(myNotices(ctx), isNull(notices.readAt));
