import { approveRole } from "#lib/accounts/commands/approve-role.ts";
import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { proposeRole } from "#lib/accounts/commands/propose-role.ts";
import { withdrawRole } from "#lib/accounts/commands/withdraw-role.ts";
import { listGrants } from "#lib/accounts/queries/list-grants.ts";
import { listOwnGrants } from "#lib/accounts/queries/list-own-grants.ts";
import { listRoleProposals } from "#lib/accounts/queries/list-role-proposals.ts";
import { execute } from "#lib/core/execute.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { aSecondAdministrator } from "./invitations.ts";

/** Somebody who may be given a role: of no case and without one yet. */
async function aNewcomer(world: World): Promise<string> {
  const name = `newcomer-${crypto.randomUUID().slice(0, 8)}`;
  const made = { name, displayName: "Demo newcomer", password: "a long password for a newcomer" };
  return (await world.do("administrator", createAccount, made)).id;
}

const proposed = async (world: World) => ({
  accountId: await aNewcomer(world),
  role: "auditor" as const,
  reason: "the audits begin",
});

/** A role that the second administrator proposed. */
export async function aRoleProposal(world: World): Promise<{ proposalId: string; version: number }> {
  const second = await aSecondAdministrator(world);
  const { id, version } = await execute(proposeRole, second, await proposed(world));
  return { proposalId: id, version };
}

export const roleSpecimens: Specimens = {
  commands: [
    {
      command: proposeRole,
      as: "administrator",
      async input(world) {
        await aSecondAdministrator(world);
        return proposed(world);
      },
    },
    { command: approveRole, as: "administrator", input: aRoleProposal },
    { command: withdrawRole, as: "administrator", input: aRoleProposal },
  ],
  queries: [
    { query: listRoleProposals, as: "administrator", input: async () => ({}), showsMarker: false },
    { query: listGrants, as: "auditor", input: async () => ({ page: {} }), showsMarker: true },
    { query: listOwnGrants, as: "investigator", input: async () => ({ page: {} }), showsMarker: true },
  ],
};
