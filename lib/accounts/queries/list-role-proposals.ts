import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { openRoleProposals } from "../find/role-proposals.ts";

/** Roles in the organisation that wait for a second administrator. */
export const listRoleProposals = query({
  name: "role.proposals",
  input: z.strictObject({}),
  permission: "account.manage",
  caseOf: () => ORGANISATION,
  async run(ctx) {
    const rows = await openRoleProposals(ctx);
    return rows.map(
      ({ id, version, role, reason, name, displayName, proposedByName, expiresAt, ...row }) => ({
        id,
        version,
        role,
        reason,
        name,
        displayName,
        proposedByName,
        expiresAt,
        /** They may not say yes themselves: they asked for it, or it is about them. */
        isOwn: row.proposerHumanId === ctx.scope.humanId || row.humanId === ctx.scope.humanId,
      }),
    );
  },
});
