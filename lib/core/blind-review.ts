/**
 * What a reviewer may not see yet. While a case reviews blind, whoever could review a finding gets nothing of what its author
 * concluded until they have stored a grade of their own (blind first review, against the pull of a conclusion already read). A
 * review that began blind ends so: nobody looks by switching it off for a moment.
 */
import { and, eq, exists, gt, inArray, isNull, ne, notExists, or, type SQL, sql } from "drizzle-orm";
import { accounts, blindGrades, blindReviews, caseMembers, findings } from "#db/schema/index.ts";
import { caseRolesWith } from "#lib/access/permissions.ts";
import type { LoadContext } from "./command.ts";

type Context = Pick<LoadContext, "read" | "now"> & { readonly scope: Pick<LoadContext["scope"], "humanId"> };

/** Versions on which no review has decided yet. */
const UNDECIDED = ["draft", "submitted", "in_review", "returned"] as const;

/**
 * The condition that what a version concludes is hidden from the caller. By human and by the memberships as they stand, not by the
 * role under which they ask: neither a second account nor an emergency opens it. What was given up undecided stays hidden too, as
 * the next version begins with its words.
 */
export function hiddenFromCaller(ctx: Context): SQL {
  const { read, scope } = ctx;
  const graded = read
    .select({ id: blindGrades.id })
    .from(blindGrades)
    .where(and(eq(blindGrades.findingId, findings.id), eq(blindGrades.humanId, scope.humanId)));
  const isUndecided = or(
    inArray(findings.status, [...UNDECIDED]),
    and(eq(findings.status, "withdrawn"), isNull(findings.approvedAt)),
  );
  return sql`${and(
    isUndecided,
    ne(findings.authorHumanId, scope.humanId),
    notExists(graded),
    or(eq(findings.blindReview, true), exists(blindReviewIn(read, sql`${findings.caseId}`))),
    exists(reviewingMembership(ctx, sql`${findings.caseId}`)),
  )}`;
}

/** The same as a column of a select. */
export const isHiddenFromCaller = (ctx: Context): SQL<boolean> =>
  sql<boolean>`(${hiddenFromCaller(ctx)})`.mapWith(Boolean);

/** Of some versions, those of which the caller may not see the conclusion. */
export async function hiddenAmong(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.read
    .select({ id: findings.id })
    .from(findings)
    .where(and(inArray(findings.id, [...ids]), hiddenFromCaller(ctx)));
  return new Set(rows.map(({ id }) => id));
}

/** Of some cases, those in which the caller reviews blind: nothing is sought there in the reasoning of findings. */
export async function blindCasesAmong(
  ctx: Context,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0) return new Set();
  const rows = await ctx.read
    .select({ id: blindReviews.caseId })
    .from(blindReviews)
    .where(
      and(
        inArray(blindReviews.caseId, [...caseIds]),
        eq(blindReviews.isOn, true),
        exists(reviewingMembership(ctx, sql`${blindReviews.caseId}`)),
      ),
    );
  // A review that began blind ends so, whatever the case is set to by then.
  const begun = await ctx.read
    .selectDistinct({ id: findings.caseId })
    .from(findings)
    .where(and(inArray(findings.caseId, [...caseIds]), hiddenFromCaller(ctx)));
  return new Set([...rows, ...begun].map(({ id }) => id));
}

/** Whether a case reviews blind now, and the row that says so; null where nobody ever said. */
export async function blindReviewOf(read: Context["read"], caseId: string) {
  const [row] = await read.select().from(blindReviews).where(eq(blindReviews.caseId, caseId));
  return row ?? null;
}

const blindReviewIn = (read: Context["read"], caseId: SQL) =>
  read
    .select({ id: blindReviews.id })
    .from(blindReviews)
    .where(and(eq(blindReviews.caseId, caseId), eq(blindReviews.isOn, true)));

/** A role of the caller's human, by whichever account, in which findings of the case are reviewed. */
const reviewingMembership = ({ read, scope, now }: Context, caseId: SQL) =>
  read
    .select({ id: caseMembers.id })
    .from(caseMembers)
    .innerJoin(accounts, eq(accounts.id, caseMembers.accountId))
    .where(
      and(
        eq(caseMembers.caseId, caseId),
        eq(accounts.humanId, scope.humanId),
        inArray(caseMembers.role, caseRolesWith("finding.review")),
        isNull(caseMembers.endedAt),
        or(isNull(caseMembers.expiresAt), gt(caseMembers.expiresAt, now)),
      ),
    );
