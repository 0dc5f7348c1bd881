import { roleProposals } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { giveRole } from "../acts.ts";
import { findAccount, maybeGlobalRole } from "../find.ts";
import { findRoleProposal, mustBeAbleToHold } from "../find/role-proposals.ts";
import { RoleProposalId } from "../vocabulary.ts";

/**
 * The second administrator's yes: the role is held from now on. Humans are compared, not accounts: neither who proposed it
 * approves, nor who gets it. It is a yes to what was proposed; where the account has changed since, or whoever proposed it
 * is no administrator any more, there is nothing left to say yes to.
 */
export const approveRole = command({
  name: "role.approve",
  input: z.strictObject({ proposalId: RoleProposalId, version: RowVersion }),
  permission: "account.manage",
  isSensitive: true,
  load: (ctx, { proposalId }) => findRoleProposal(ctx, proposalId),
  async run(ctx, { proposalId, version }, proposal) {
    const { accountId, role, reason, proposedBy } = proposal;
    if (proposal.proposerHumanId === ctx.scope.humanId) throw new Refused("role.second_person");
    const account = await findAccount(ctx, accountId);
    await mustBeAbleToHold(ctx, account, role);
    const proposer = await findAccount(ctx, proposedBy);
    const stillMay =
      proposer.status === "active" && (await maybeGlobalRole(ctx, proposedBy, "administrator")) !== null;
    if (account.version !== proposal.accountVersion || !stillMay) throw new Conflict("role.proposal_void");
    const approved = { approvedAt: ctx.now, approvedBy: ctx.scope.accountId };
    const after = await ctx.write.amend(roleProposals, proposalId, version, approved);
    await giveRole(ctx, { accountId, role, reason, grantedBy: proposedBy, approvedBy: ctx.scope.accountId });
    const object = { id: accountId, version: account.version };
    return {
      result: { id: proposalId, version: after.version },
      entry: { object, reason: role, rules: ["role.second_person"] },
    };
  },
});
