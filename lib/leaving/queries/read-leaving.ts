import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import { accountRoles, cases, factors, humans, invitations, sessions } from "#db/schema/index.ts";
import { caseRolesWith } from "#lib/access/permissions.ts";
import { findAccount } from "#lib/accounts/find.ts";
import { AccountId } from "#lib/accounts/vocabulary.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import {
  colleaguesIn,
  liveAccountsOf,
  membershipsOf,
  permissionFor,
  personalViewsOf,
  workOf,
} from "../find.ts";

/**
 * What is open where somebody leaves: in each case counts and who could go on with it, and what else ends. Counts alone:
 * whoever runs the house reads no testimony.
 */
export const readLeaving = query({
  name: "account.leaving",
  input: z.strictObject({ accountId: AccountId }),
  permission: "account.manage",
  caseOf: () => ORGANISATION,
  async run(ctx, { accountId }) {
    const { id, version, name, humanId, status } = await findAccount(ctx, accountId);
    const [human] = await ctx.read
      .select({ displayName: humans.displayName })
      .from(humans)
      .where(eq(humans.id, humanId));
    const live = await liveAccountsOf(ctx, humanId);
    return {
      account: { id, version, name, displayName: human?.displayName ?? "", status },
      isOwn: humanId === ctx.scope.humanId,
      accounts: live.map((one) => one.name),
      cases: await openCases(ctx, humanId),
      ends: await openElsewhere(
        ctx,
        live.map((one) => one.id),
      ),
    };
  },
});

async function openCases(ctx: AskContext, humanId: string) {
  const work = await workOf(ctx, { humanId });
  const memberships = await membershipsOf(ctx, { humanId });
  const views = await personalViewsOf(ctx, humanId);
  const ids = [...new Set([...memberships, ...Object.values(work).flat()].map(({ caseId }) => caseId))];
  const rows = await ctx.read
    .select({ id: cases.id, code: cases.code, title: cases.title, titleAr: cases.titleAr })
    .from(cases)
    .where(and(inArray(cases.id, ids), ctx.scope.cases(cases.id, "member.read")))
    .orderBy(asc(cases.title), asc(cases.id));
  const colleagues = await colleaguesIn(ctx, humanId, ids);
  return rows.map((row) => {
    const here = <R extends { caseId: string }>(all: readonly R[]) =>
      all.filter(({ caseId }) => caseId === row.id);
    const counts = {
      assignments: here(work.assignments).length,
      testimonies: here(work.testimonies).length,
      findings: here(work.findings).length,
      reviews: here(work.reviews).length,
      views: here(views)[0]?.count ?? 0,
    };
    const drafts = counts.testimonies + counts.findings;
    const fitting = caseRolesWith(permissionFor(drafts));
    const fit = here(colleagues).filter(({ role }) => fitting.includes(role));
    return {
      ...row,
      roles: here(memberships).map(({ role }) => role),
      counts,
      needsSuccessor: counts.assignments + drafts > 0,
      successors: [...new Map(fit.map((one) => [one.accountId, one])).values()].map(
        ({ accountId, name, displayName }) => ({ accountId, name, displayName }),
      ),
    };
  });
}

/** What else ends with the accounts. */
async function openElsewhere({ read, now }: AskContext, ids: string[]) {
  const roles = await read
    .select({ role: accountRoles.role })
    .from(accountRoles)
    .where(and(inArray(accountRoles.accountId, ids), isNull(accountRoles.endedAt)));
  return {
    roles: roles.map(({ role }) => role),
    sessions: await read.$count(
      sessions,
      and(inArray(sessions.accountId, ids), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)),
    ),
    links: await read.$count(
      invitations,
      and(
        inArray(invitations.accountId, ids),
        isNull(invitations.usedAt),
        isNull(invitations.withdrawnAt),
        gt(invitations.expiresAt, now),
      ),
    ),
    factors: await read.$count(factors, and(inArray(factors.accountId, ids), isNull(factors.retiredAt))),
  };
}
