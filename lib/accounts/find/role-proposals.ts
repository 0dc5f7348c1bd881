import { and, asc, eq, gt, isNull, notInArray } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { accountRoles, accounts, humans, roleProposals } from "#db/schema/index.ts";
import type { GlobalRole } from "#lib/access/permissions.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { Conflict, NotFound, Refused } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { given } from "#lib/core/where.ts";
import { holdsCaseRole, maybeGlobalRole } from "../find.ts";

const proposers = alias(accounts, "proposers");
const proposerHumans = alias(humans, "proposer_humans");

/** More would be a fault of the organisation: each waits seven days. */
const OPEN_MAX = 200;

/** The condition of a proposed role that waits: neither decided nor too old. */
export const waitsForApproval = (now: number) =>
  and(isNull(roleProposals.approvedAt), isNull(roleProposals.withdrawnAt), gt(roleProposals.expiresAt, now));

const proposals = (read: LoadContext["read"]) =>
  read
    .select({
      id: roleProposals.id,
      version: roleProposals.version,
      accountId: roleProposals.accountId,
      accountVersion: roleProposals.accountVersion,
      role: roleProposals.role,
      reason: roleProposals.reason,
      proposedAt: roleProposals.proposedAt,
      proposedBy: roleProposals.proposedBy,
      expiresAt: roleProposals.expiresAt,
      approvedAt: roleProposals.approvedAt,
      withdrawnAt: roleProposals.withdrawnAt,
      name: accounts.name,
      humanId: accounts.humanId,
      displayName: humans.displayName,
      proposerHumanId: proposers.humanId,
      proposedByName: proposerHumans.displayName,
    })
    .from(roleProposals)
    .innerJoin(accounts, eq(accounts.id, roleProposals.accountId))
    .innerJoin(humans, eq(humans.id, accounts.humanId))
    .innerJoin(proposers, eq(proposers.id, roleProposals.proposedBy))
    .innerJoin(proposerHumans, eq(proposerHumans.id, proposers.humanId));

/** Proposed roles that wait, those first that end first; with `accountId`, those of one account. */
export const openRoleProposals = (
  { read, now }: Pick<LoadContext, "read" | "now">,
  { accountId }: { accountId?: string } = {},
) =>
  proposals(read)
    .where(and(waitsForApproval(now), given(roleProposals.accountId, accountId)))
    .orderBy(asc(roleProposals.expiresAt), asc(roleProposals.id))
    .limit(OPEN_MAX);

/**
 * A proposed role that waits, as administrators see it.
 * @throws NotFound when there is none, or the caller may not see accounts; Conflict when it is decided or too old
 */
export async function findRoleProposal(
  { read, scope, now }: Pick<LoadContext, "read" | "scope" | "now">,
  proposalId: string,
) {
  if (scope.roleFor("account.read", ORGANISATION) === null) throw new NotFound();
  const [row] = await proposals(read).where(eq(roleProposals.id, proposalId));
  if (!row) throw new NotFound();
  if (row.approvedAt !== null || row.withdrawnAt !== null) throw new Conflict("role.decided");
  if (row.expiresAt <= now) throw new Conflict("role.proposal_over");
  return { ...row, caseId: ORGANISATION };
}

/**
 * A role in the organisation is given by others, to somebody who works on no case: whoever runs the house or audits it
 * reads no testimony. Humans are compared, not accounts.
 * @throws Refused for one's own account; Conflict when it is disabled, held already, or its person works on a case
 */
export async function mustBeAbleToHold(
  ctx: Pick<LoadContext, "read" | "scope" | "now">,
  account: { id: string; humanId: string; status: string },
  role: GlobalRole,
): Promise<void> {
  if (account.humanId === ctx.scope.humanId) throw new Refused("account.own");
  if (account.status !== "active") throw new Conflict("account.disabled");
  if (await maybeGlobalRole(ctx, account.id, role)) throw new Conflict("role.held");
  if (await holdsCaseRole(ctx, account.humanId)) throw new Conflict("role.works_on_cases");
}

/** True while there is an administrator who can sign in and is none of these humans. */
export async function someoneCanApprove(
  { read }: Pick<LoadContext, "read">,
  except: readonly string[],
): Promise<boolean> {
  const [one] = await read
    .select({ id: accounts.id })
    .from(accountRoles)
    .innerJoin(accounts, eq(accounts.id, accountRoles.accountId))
    .where(
      and(
        eq(accountRoles.role, "administrator"),
        isNull(accountRoles.endedAt),
        eq(accounts.status, "active"),
        notInArray(accounts.humanId, [...except]),
      ),
    )
    .limit(1);
  return one !== undefined;
}
