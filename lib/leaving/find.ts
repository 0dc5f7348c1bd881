/** What somebody leaves behind, in counts: administrators read no testimony, so nothing here says what a record says. */
import { and, asc, count, eq, gt, inArray, isNull, ne, notExists, or } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import {
  accounts,
  assignments,
  caseMembers,
  clearances,
  findings,
  humans,
  isOpen,
  savedViews,
  testimonies,
  testimonyVersions,
} from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { given } from "#lib/core/where.ts";
import { findingsInReviewOf, openFindingsOf } from "#lib/corroboration/find/mine.ts";
import { isNewestVersion } from "#lib/testimonies/find/newest.ts";

type Context = Pick<LoadContext, "read" | "scope" | "now">;
/** Of one case, when it is given. */
type Where = { humanId: string; caseId?: string };

/** The live accounts of a human. */
export const liveAccountsOf = ({ read }: Pick<LoadContext, "read">, humanId: string) =>
  read
    .select({ id: accounts.id, version: accounts.version, name: accounts.name })
    .from(accounts)
    .where(and(eq(accounts.humanId, humanId), eq(accounts.status, "active")))
    .orderBy(asc(accounts.id));

/** The memberships of a human's accounts that have not ended, expired ones too. */
export const membershipsOf = ({ read, scope }: Context, { humanId, caseId }: Where) =>
  read
    .select({
      id: caseMembers.id,
      version: caseMembers.version,
      caseId: caseMembers.caseId,
      role: caseMembers.role,
    })
    .from(caseMembers)
    .innerJoin(accounts, eq(accounts.id, caseMembers.accountId))
    .where(
      and(
        eq(accounts.humanId, humanId),
        isNull(caseMembers.endedAt),
        given(caseMembers.caseId, caseId),
        scope.cases(caseMembers.caseId, "member.read"),
      ),
    );

/** The clearances of a human's accounts that have not ended, proposed ones too. */
export const clearancesOf = ({ read, scope }: Context, { humanId, caseId }: Where) =>
  read
    .select({ id: clearances.id, version: clearances.version, liveKey: clearances.liveKey })
    .from(clearances)
    .innerJoin(accounts, eq(accounts.id, clearances.accountId))
    .where(
      and(
        eq(accounts.humanId, humanId),
        isNull(clearances.endedAt),
        given(clearances.caseId, caseId),
        scope.cases(clearances.caseId, "member.read"),
      ),
    );

/** The live assignments of a human. */
export const assignmentsOf = ({ read, scope }: Context, { humanId, caseId }: Where) =>
  read
    .select({
      id: assignments.id,
      version: assignments.version,
      liveKey: assignments.liveKey,
      caseId: assignments.caseId,
      noun: assignments.noun,
      recordId: assignments.recordId,
      dueOn: assignments.dueOn,
      dueSort: assignments.dueSort,
      note: assignments.note,
    })
    .from(assignments)
    .where(
      and(
        eq(assignments.assigneeHumanId, humanId),
        isNull(assignments.endedAt),
        given(assignments.caseId, caseId),
        scope.cases(assignments.caseId, "member.read"),
      ),
    )
    .orderBy(asc(assignments.id));

/** Testimonies whose newest version a human opened, that is a draft or came back, and that nobody else has to work on. */
export const openTestimoniesOf = ({ read }: Context, humanId: string, caseIds: readonly string[]) =>
  read
    .select({ id: testimonies.id, caseId: testimonies.caseId })
    .from(testimonyVersions)
    .innerJoin(testimonies, isNewestVersion())
    .where(
      and(
        eq(testimonyVersions.authorHumanId, humanId),
        isOpen(testimonyVersions.stage),
        isNull(testimonies.retractedAt),
        notGivenToOthers(read, testimonies.id, humanId),
        inArray(testimonies.caseId, [...caseIds]),
      ),
    );

/** The condition of a record that nobody else has to work on. */
const notGivenToOthers = (read: Context["read"], recordId: AnyPgColumn, humanId: string) =>
  notExists(
    read
      .select({ id: assignments.id })
      .from(assignments)
      .where(
        and(
          eq(assignments.recordId, recordId),
          isNull(assignments.endedAt),
          ne(assignments.assigneeHumanId, humanId),
        ),
      ),
  );

/** How many lists a human keeps for themselves in each case: nobody else sees them, and they stay with the account. */
export const personalViewsOf = ({ read, scope }: Context, humanId: string) =>
  read
    .select({ caseId: savedViews.caseId, count: count() })
    .from(savedViews)
    .innerJoin(accounts, eq(accounts.id, savedViews.ownerAccountId))
    .where(
      and(
        eq(accounts.humanId, humanId),
        eq(savedViews.sharing, "personal"),
        isNull(savedViews.retractedAt),
        scope.cases(savedViews.caseId, "member.read"),
      ),
    )
    .groupBy(savedViews.caseId);

/** The cases to which a human ever belonged, of those whose members the caller sees. */
async function casesEverOf({ read, scope }: Context, humanId: string): Promise<string[]> {
  const rows = await read
    .selectDistinct({ caseId: caseMembers.caseId })
    .from(caseMembers)
    .innerJoin(accounts, eq(accounts.id, caseMembers.accountId))
    .where(and(eq(accounts.humanId, humanId), scope.cases(caseMembers.caseId, "member.read")));
  return rows.map(({ caseId }) => caseId);
}

/**
 * Everything in cases that waits for a human: what is to be handed over, and reviews that go back to all. What is in a
 * compartment counts too, though the caller could not see it: else it would be left behind.
 */
export async function workOf(ctx: Context, where: Where) {
  const { humanId } = where;
  const cases = await casesEverOf(ctx, humanId);
  const caseIds = cases.filter((caseId) => where.caseId === undefined || caseId === where.caseId);
  return {
    assignments: await assignmentsOf(ctx, where),
    testimonies: await openTestimoniesOf(ctx, humanId, caseIds),
    findings: await openFindingsOf(ctx, humanId, caseIds, notGivenToOthers(ctx.read, findings.id, humanId)),
    reviews: await findingsInReviewOf(ctx, humanId, caseIds),
  };
}

/** Who else has a role in these cases now, by name. */
export const colleaguesIn = ({ read, scope, now }: Context, humanId: string, caseIds: readonly string[]) =>
  read
    .select({
      caseId: caseMembers.caseId,
      role: caseMembers.role,
      accountId: accounts.id,
      name: accounts.name,
      displayName: humans.displayName,
    })
    .from(caseMembers)
    .innerJoin(accounts, eq(accounts.id, caseMembers.accountId))
    .innerJoin(humans, eq(humans.id, accounts.humanId))
    .where(
      and(
        inArray(caseMembers.caseId, [...caseIds]),
        ne(accounts.humanId, humanId),
        eq(accounts.status, "active"),
        isNull(caseMembers.endedAt),
        or(isNull(caseMembers.expiresAt), gt(caseMembers.expiresAt, now)),
        scope.cases(caseMembers.caseId, "member.read"),
      ),
    )
    .orderBy(asc(humans.displayName), asc(accounts.id));

/** Whoever goes on with drafts has to be able to write them. */
export const permissionFor = (drafts: number) => (drafts > 0 ? "testimony.write" : "case.read");
