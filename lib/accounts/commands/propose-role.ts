import { roleProposals } from "#db/schema/index.ts";
import { globalRoles } from "#lib/access/permissions.ts";
import { command } from "#lib/core/command.ts";
import { Reason } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findAccount } from "../find.ts";
import { mustBeAbleToHold, openRoleProposals, someoneCanApprove } from "../find/role-proposals.ts";
import { AccountId } from "../vocabulary.ts";

/** How long a proposed role waits for its second administrator. */
const PROPOSAL_MS_MAX = 7 * 24 * 60 * 60_000;

/**
 * Asks a second administrator to make an account administrator or auditor. Until they approve, nothing is given: one
 * administrator alone could invent the second who then approves whatever needs two.
 */
export const proposeRole = command({
  name: "role.propose",
  input: z.strictObject({ accountId: AccountId, role: z.enum(globalRoles), reason: Reason }),
  permission: "account.manage",
  isSensitive: true,
  load: (ctx, { accountId }) => findAccount(ctx, accountId),
  async run(ctx, { accountId, role, reason }, account) {
    await mustBeAbleToHold(ctx, account, role);
    const waiting = await openRoleProposals(ctx, { accountId });
    if (waiting.some((one) => one.role === role)) throw new Conflict("role.proposed");
    if (!(await someoneCanApprove(ctx, [ctx.scope.humanId, account.humanId])))
      throw new Conflict("role.nobody_approves");
    const { id, version } = await ctx.write.insert(roleProposals, {
      id: newId("roleProposal"),
      accountId,
      accountVersion: account.version,
      role,
      reason,
      proposedAt: ctx.now,
      proposedBy: ctx.scope.accountId,
      expiresAt: ctx.now + PROPOSAL_MS_MAX,
    });
    const object = { id: accountId, version: account.version };
    return { result: { id, version }, entry: { object, reason: role, detail: { reason } } };
  },
});
