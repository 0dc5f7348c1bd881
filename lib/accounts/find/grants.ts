import { and, eq, type SQL } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { accountRoles, accounts, caseMembers, cases, humans } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { keyset, type PageInput, type Paged, paged } from "#lib/core/page.ts";

const granters = alias(accounts, "granters");
const granterHumans = alias(humans, "granter_humans");
const approvers = alias(accounts, "approvers");
const approverHumans = alias(humans, "approver_humans");
const enders = alias(accounts, "enders");
const enderHumans = alias(humans, "ender_humans");

const person = {
  accountId: accounts.id,
  accountName: accounts.name,
  humanId: accounts.humanId,
  displayName: humans.displayName,
  grantedByName: granterHumans.displayName,
  endedByName: enderHumans.displayName,
};

type Context = Pick<LoadContext, "read" | "now">;
type Grant = Awaited<ReturnType<typeof rolesIn>>[number] | Awaited<ReturnType<typeof membershipsIn>>[number];

/** Roles in the organisation that were ever given, as a page of the history needs them. */
async function rolesIn({ read }: Context, page: PageInput, where: SQL | undefined) {
  const keys = keyset(page, "desc", accountRoles.grantedAt, accountRoles.id);
  const rows = await read
    .select({
      ...person,
      id: accountRoles.id,
      role: accountRoles.role,
      grantedAt: accountRoles.grantedAt,
      approvedByName: approverHumans.displayName,
      reason: accountRoles.reason,
      endedAt: accountRoles.endedAt,
      endReason: accountRoles.endReason,
    })
    .from(accountRoles)
    .innerJoin(accounts, eq(accounts.id, accountRoles.accountId))
    .innerJoin(humans, eq(humans.id, accounts.humanId))
    .leftJoin(granters, eq(granters.id, accountRoles.grantedBy))
    .leftJoin(granterHumans, eq(granterHumans.id, granters.humanId))
    .leftJoin(approvers, eq(approvers.id, accountRoles.approvedBy))
    .leftJoin(approverHumans, eq(approverHumans.id, approvers.humanId))
    .leftJoin(enders, eq(enders.id, accountRoles.endedBy))
    .leftJoin(enderHumans, eq(enderHumans.id, enders.humanId))
    .where(and(where, keys.where))
    .orderBy(...keys.orderBy)
    .limit(keys.limit);
  return rows.map((row) => ({ ...row, expiresAt: null, case: null }));
}

/** Roles in cases that were ever given. */
async function membershipsIn({ read }: Context, page: PageInput, where: SQL | undefined) {
  const keys = keyset(page, "desc", caseMembers.admittedAt, caseMembers.id);
  const rows = await read
    .select({
      ...person,
      id: caseMembers.id,
      role: caseMembers.role,
      grantedAt: caseMembers.admittedAt,
      reason: caseMembers.admissionReason,
      expiresAt: caseMembers.expiresAt,
      endedAt: caseMembers.endedAt,
      endReason: caseMembers.endReason,
      case: { id: cases.id, code: cases.code, title: cases.title, titleAr: cases.titleAr },
    })
    .from(caseMembers)
    .innerJoin(cases, eq(cases.id, caseMembers.caseId))
    .innerJoin(accounts, eq(accounts.id, caseMembers.accountId))
    .innerJoin(humans, eq(humans.id, accounts.humanId))
    .leftJoin(granters, eq(granters.id, caseMembers.admittedBy))
    .leftJoin(granterHumans, eq(granterHumans.id, granters.humanId))
    .leftJoin(enders, eq(enders.id, caseMembers.endedBy))
    .leftJoin(enderHumans, eq(enderHumans.id, enders.humanId))
    .where(and(where, keys.where))
    .orderBy(...keys.orderBy)
    .limit(keys.limit);
  return rows.map((row) => ({ ...row, approvedByName: null }));
}

/**
 * A page of the history of grants, the newest first: roles in the organisation and in cases, as one list.
 * @param where what is wanted of either kind; null for none of that kind
 */
export async function grantsIn(
  ctx: Context,
  page: PageInput,
  where: { roles: SQL | undefined | null; memberships: SQL | undefined | null },
): Promise<Paged<Grant & { state: "active" | "ended" | "expired" }>> {
  const roles = where.roles === null ? [] : await rolesIn(ctx, page, where.roles);
  const memberships = where.memberships === null ? [] : await membershipsIn(ctx, page, where.memberships);
  const sign = page.before === undefined ? -1 : 1;
  const found: Grant[] = [...roles, ...memberships];
  const both = found
    .toSorted((a, b) => sign * (a.grantedAt - b.grantedAt || (a.id < b.id ? -1 : 1)))
    .slice(0, page.size + 1)
    .map((row) => ({ ...row, state: stateOf(row, ctx.now) }));
  return paged(page, both, (row) => ({ key: row.grantedAt, id: row.id }));
}

const stateOf = (
  { endedAt, expiresAt }: Pick<Grant, "endedAt" | "expiresAt">,
  now: number,
): "active" | "ended" | "expired" =>
  endedAt !== null ? "ended" : expiresAt !== null && expiresAt <= now ? "expired" : "active";
