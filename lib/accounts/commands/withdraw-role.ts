import { roleProposals } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { z } from "zod";
import { findRoleProposal } from "../find/role-proposals.ts";
import { RoleProposalId } from "../vocabulary.ts";

/** Takes a proposed role back, or says no to it: nobody can approve it any more. */
export const withdrawRole = command({
  name: "role.withdraw",
  input: z.strictObject({ proposalId: RoleProposalId, version: RowVersion }),
  permission: "account.manage",
  load: (ctx, { proposalId }) => findRoleProposal(ctx, proposalId),
  async run(ctx, { proposalId, version }, { accountId, accountVersion, role }) {
    const withdrawn = { withdrawnAt: ctx.now, withdrawnBy: ctx.scope.accountId };
    const after = await ctx.write.amend(roleProposals, proposalId, version, withdrawn);
    return {
      result: { id: proposalId, version: after.version },
      entry: { object: { id: accountId, version: accountVersion }, reason: role },
    };
  },
});
