import { and, inArray, isNull } from "drizzle-orm";
import {
  accountRoles,
  accounts,
  externalIdentities,
  factors,
  invitations,
  roleProposals,
  sessions,
} from "#db/schema/index.ts";
import { findAccount } from "#lib/accounts/find.ts";
import { openRoleProposals } from "#lib/accounts/find/role-proposals.ts";
import { AccountId } from "#lib/accounts/vocabulary.ts";
import { command, type RunContext } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { Conflict, Invalid, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { liveAccountsOf, membershipsOf, workOf } from "../find.ts";
import { Successors } from "../vocabulary.ts";
import { handOver } from "./hand-over.ts";

/**
 * Somebody leaves: what waits for them goes to successors, case by case, all their roles end, and none of their accounts
 * signs in again. All of it or nothing. Who leaves is a person, so it concerns every account of theirs; one that was disabled
 * in haste is handed over afterwards.
 */
export const leave = command({
  name: "account.leave",
  input: z.strictObject({
    accountId: AccountId,
    version: RowVersion,
    reason: Reason,
    successors: Successors,
  }),
  permission: "account.manage",
  isSensitive: true,
  load: (ctx, { accountId }) => findAccount(ctx, accountId),
  async run(ctx, { accountId, version, reason, successors }, { humanId, status, version: at }) {
    if (humanId === ctx.scope.humanId) throw new Refused("account.own");
    if (at !== version) throw new Conflict("stale");
    const cases = await casesOf(ctx, humanId);
    if (status !== "active" && cases.size === 0) throw new Conflict("account.disabled");
    const chosen = new Map(successors.map((one) => [one.caseId, one.accountId]));
    for (const [caseId, toHandOver] of cases) {
      if (toHandOver && !chosen.has(caseId))
        throw new Invalid([{ path: "successors", code: "successor_required" }]);
      await ctx.run(handOver, { caseId, accountId, successorId: chosen.get(caseId) ?? null, reason });
    }
    const live = await liveAccountsOf(ctx, humanId);
    const ids = live.map(({ id }) => id);
    await endOffices(ctx, ids, reason);
    await endWaysIn(ctx, ids);
    let after = version;
    for (const one of live) {
      const row = await ctx.write.amend(accounts, one.id, one.version, { status: "disabled" });
      if (one.id === accountId) after = row.version;
    }
    const object = { id: accountId, version: after };
    return { result: object, entry: { object, detail: { reason, accounts: ids } } };
  },
});

/** The cases in which a human has a part, and whether something there is to be handed over. */
async function casesOf(ctx: RunContext, humanId: string): Promise<Map<string, boolean>> {
  const { reviews, ...open } = await workOf(ctx, { humanId });
  const cases = new Map<string, boolean>();
  for (const { caseId } of [...(await membershipsOf(ctx, { humanId })), ...reviews]) cases.set(caseId, false);
  for (const { caseId } of Object.values(open).flat()) cases.set(caseId, true);
  return cases;
}

/** Ends the roles in the organisation, and what was proposed of them or by them. */
async function endOffices(ctx: RunContext, accountIds: readonly string[], reason: string): Promise<void> {
  const held = await ctx.read
    .select({ id: accountRoles.id, version: accountRoles.version })
    .from(accountRoles)
    .where(and(inArray(accountRoles.accountId, [...accountIds]), isNull(accountRoles.endedAt)));
  const ended = { endedAt: ctx.now, endedBy: ctx.scope.accountId, endReason: reason };
  for (const { id, version } of held) await ctx.write.amend(accountRoles, id, version, ended);
  const withdrawn = { withdrawnAt: ctx.now, withdrawnBy: ctx.scope.accountId };
  for (const one of await openRoleProposals(ctx))
    if (accountIds.includes(one.accountId) || accountIds.includes(one.proposedBy))
      await ctx.write.amend(roleProposals, one.id, one.version, withdrawn);
}

/** Ends sessions, links that wait, second factors and ties to a provider. */
async function endWaysIn(ctx: RunContext, accountIds: readonly string[]): Promise<void> {
  const ids = [...accountIds];
  await ctx.books
    .update(sessions)
    .set({ revokedAt: ctx.now })
    .where(and(inArray(sessions.accountId, ids), isNull(sessions.revokedAt)));
  await ctx.books
    .update(invitations)
    .set({ withdrawnAt: ctx.now })
    .where(
      and(inArray(invitations.accountId, ids), isNull(invitations.usedAt), isNull(invitations.withdrawnAt)),
    );
  await ctx.books
    .update(factors)
    .set({ retiredAt: ctx.now })
    .where(and(inArray(factors.accountId, ids), isNull(factors.retiredAt)));
  // Whoever comes back has another account, and their identity at a provider is then free for it.
  await ctx.books.delete(externalIdentities).where(inArray(externalIdentities.accountId, ids));
}
