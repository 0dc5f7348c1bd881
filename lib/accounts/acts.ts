import { and, eq, isNull } from "drizzle-orm";
import { accountRoles, accounts, humans, invitations } from "#db/schema/index.ts";
import type { RunContext } from "#lib/core/command.ts";
import type { GlobalRole } from "#lib/access/permissions.ts";
import { newId } from "#lib/core/ids.ts";
import { LINK_MS_MAX } from "./rules/invitation-link.ts";

type Context = Pick<RunContext, "write" | "now">;

/** Inserts a human. */
export async function insertHuman(ctx: Context, displayName: string) {
  return ctx.write.insert(humans, { id: newId("human"), displayName, createdAt: ctx.now });
}

/** Inserts an account of a human. `password` is already a hash. */
export async function insertAccount(
  ctx: Context,
  { humanId, name, password }: { humanId: string; name: string; password: string },
) {
  return ctx.write.insert(accounts, {
    id: newId("account"),
    humanId,
    name,
    passwordHash: password,
    status: "active",
    createdAt: ctx.now,
  });
}

/** Makes a link for an account; one that it had before opens no more. */
export async function makeLink(
  ctx: Pick<RunContext, "books" | "scope" | "now">,
  accountId: string,
  kind: "invitation" | "recovery",
): Promise<{ id: string }> {
  const before = and(
    eq(invitations.accountId, accountId),
    isNull(invitations.usedAt),
    isNull(invitations.withdrawnAt),
  );
  await ctx.books.update(invitations).set({ withdrawnAt: ctx.now }).where(before);
  const id = newId("invitation");
  const approval =
    kind === "invitation" ? { approvedAt: ctx.now, approvedBy: ctx.scope.accountId } : { approvedAt: null };
  await ctx.books.insert(invitations).values({
    id,
    accountId,
    kind,
    createdAt: ctx.now,
    createdBy: ctx.scope.accountId,
    ...approval,
    expiresAt: ctx.now + LINK_MS_MAX,
  });
  return { id };
}

/** Gives an account a role in the organisation, from now on. */
export async function giveRole(
  ctx: Context,
  given: {
    accountId: string;
    role: GlobalRole;
    grantedBy: string;
    approvedBy: string | null;
    reason: string | null;
  },
) {
  return ctx.write.insert(accountRoles, { id: newId("accountRole"), grantedAt: ctx.now, ...given });
}
