import { and, asc, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { accounts, humans, invitations } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";

const isOpen = (now: number) =>
  and(
    isNull(invitations.usedAt),
    isNull(invitations.withdrawnAt),
    gt(invitations.expiresAt, now),
    eq(accounts.status, "active"),
  );

const columns = {
  id: invitations.id,
  kind: invitations.kind,
  accountId: accounts.id,
  humanId: accounts.humanId,
  accountVersion: accounts.version,
  name: accounts.name,
  displayName: humans.displayName,
  createdAt: invitations.createdAt,
  createdBy: invitations.createdBy,
  approvedAt: invitations.approvedAt,
  expiresAt: invitations.expiresAt,
};

const open = (read: Pick<Reader, "select">) =>
  read
    .select(columns)
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.accountId))
    .innerJoin(humans, eq(humans.id, accounts.humanId));

/** All links that can still be used, and recoveries that wait for a second administrator; the oldest first. */
export const openInvitations = ({ read, now }: Pick<LoadContext, "read" | "now">, limit: number) =>
  open(read).where(isOpen(now)).orderBy(asc(invitations.expiresAt), asc(invitations.id)).limit(limit);

/** One that is open, as administrators see it. @throws NotFound when it is over, or the caller may not see accounts */
export async function findOpenInvitation(
  { read, scope, now }: Pick<LoadContext, "read" | "scope" | "now">,
  invitationId: string,
) {
  if (scope.roleFor("account.read", ORGANISATION) === null) throw new NotFound();
  const [row] = await open(read).where(and(eq(invitations.id, invitationId), isOpen(now)));
  if (!row) throw new NotFound();
  return { ...row, caseId: ORGANISATION };
}

/**
 * One that is open and approved, and for somebody else: by a link to their own account, one administrator alone would recover it.
 * @throws NotFound as `findOpenInvitation`, and for one's own; Conflict while a recovery waits for its second administrator
 */
export async function findLinkOfAnother(
  ctx: Pick<LoadContext, "read" | "scope" | "now">,
  invitationId: string,
) {
  const found = await findOpenInvitation(ctx, invitationId);
  if (found.humanId === ctx.scope.humanId) throw new NotFound();
  if (found.approvedAt === null) throw new Conflict("recovery.waits");
  return found;
}

/** The account that an invitation was for, as administrators see it, whatever became of the link. @throws NotFound */
export async function findInvited(
  { read, scope }: Pick<LoadContext, "read" | "scope">,
  invitationId: string,
) {
  if (scope.roleFor("account.read", ORGANISATION) === null) throw new NotFound();
  const [row] = await open(read).where(eq(invitations.id, invitationId));
  if (!row) throw new NotFound();
  return { accountId: row.accountId, accountVersion: row.accountVersion, caseId: ORGANISATION };
}

/** One whose link opens now, for whoever holds the link; null when it is over or not approved. */
export async function maybeLink({ read, now }: Pick<LoadContext, "read" | "now">, invitationId: string) {
  const [row] = await open(read).where(
    and(eq(invitations.id, invitationId), isOpen(now), isNotNull(invitations.approvedAt)),
  );
  return row ?? null;
}
