import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { accountRoles, accounts, caseMembers, cases, emergencyAccesses, humans } from "#db/schema/index.ts";
import { caseRolesWith, globalRoles, rolesWith } from "#lib/access/permissions.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord } from "#lib/core/find-record.ts";

type Context = Pick<LoadContext, "read" | "scope">;

const reviewers = alias(accounts, "reviewers");
const reviewerHumans = alias(humans, "reviewer_humans");

/** An emergency access to a case that the caller may see something of. @throws NotFound */
export const findEmergency = (ctx: Context, emergencyId: string) =>
  findRecord(ctx, emergencyAccesses, emergencyId);

/** Emergency accesses with their case, their person and who looked at them; the caller of this narrows them down. */
export const emergencies = (read: LoadContext["read"]) =>
  read
    .select({
      id: emergencyAccesses.id,
      version: emergencyAccesses.version,
      reason: emergencyAccesses.reason,
      openedAt: emergencyAccesses.openedAt,
      expiresAt: emergencyAccesses.expiresAt,
      endedAt: emergencyAccesses.endedAt,
      reviewedAt: emergencyAccesses.reviewedAt,
      verdict: emergencyAccesses.verdict,
      reviewNote: emergencyAccesses.reviewNote,
      accountId: emergencyAccesses.accountId,
      humanId: humans.id,
      displayName: humans.displayName,
      reviewedByName: reviewerHumans.displayName,
      case: { id: cases.id, code: cases.code, title: cases.title, titleAr: cases.titleAr },
    })
    .from(emergencyAccesses)
    .innerJoin(cases, eq(cases.id, emergencyAccesses.caseId))
    .innerJoin(accounts, eq(accounts.id, emergencyAccesses.accountId))
    .innerJoin(humans, eq(humans.id, accounts.humanId))
    .leftJoin(reviewers, eq(reviewers.id, emergencyAccesses.reviewedBy))
    .leftJoin(reviewerHumans, eq(reviewerHumans.id, reviewers.humanId));

/** The cases for which an account is on call now. */
export const onCallFor = ({ read, now }: Pick<LoadContext, "read" | "now">, accountId: string) =>
  read
    .selectDistinct({ caseId: cases.id, code: cases.code, title: cases.title, titleAr: cases.titleAr })
    .from(caseMembers)
    .innerJoin(cases, eq(cases.id, caseMembers.caseId))
    .where(
      and(
        eq(caseMembers.accountId, accountId),
        inArray(caseMembers.role, caseRolesWith("emergency.open")),
        isNull(caseMembers.endedAt),
        or(isNull(caseMembers.expiresAt), gt(caseMembers.expiresAt, now)),
      ),
    )
    .orderBy(asc(cases.title), asc(cases.id));

/** Those who watch over emergencies in a case: the humans who are told of one, and may look at it afterwards. */
export async function watchersOf(
  { read, now }: Pick<LoadContext, "read" | "now">,
  caseId: string,
): Promise<string[]> {
  const active = eq(accounts.status, "active");
  const inCase = await read
    .selectDistinct({ humanId: accounts.humanId })
    .from(accounts)
    .innerJoin(caseMembers, eq(caseMembers.accountId, accounts.id))
    .where(
      and(
        active,
        eq(caseMembers.caseId, caseId),
        inArray(caseMembers.role, caseRolesWith("emergency.review")),
        isNull(caseMembers.endedAt),
        or(isNull(caseMembers.expiresAt), gt(caseMembers.expiresAt, now)),
      ),
    );
  const watching = globalRoles.filter((role) => rolesWith("emergency.review").includes(role));
  const inHouse = await read
    .selectDistinct({ humanId: accounts.humanId })
    .from(accounts)
    .innerJoin(accountRoles, eq(accountRoles.accountId, accounts.id))
    .where(and(active, inArray(accountRoles.role, watching), isNull(accountRoles.endedAt)));
  return [...new Set([...inCase, ...inHouse].map(({ humanId }) => humanId))];
}

/** The humans who ever put an account on call for a case. */
export async function admittersOf(
  { read }: Pick<LoadContext, "read">,
  caseId: string,
  accountId: string,
): Promise<string[]> {
  const rows = await read
    .selectDistinct({ humanId: accounts.humanId })
    .from(caseMembers)
    .innerJoin(accounts, eq(accounts.id, caseMembers.admittedBy))
    .where(
      and(
        eq(caseMembers.caseId, caseId),
        eq(caseMembers.accountId, accountId),
        inArray(caseMembers.role, caseRolesWith("emergency.open")),
      ),
    );
  return rows.map(({ humanId }) => humanId);
}
