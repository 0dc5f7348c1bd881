import { findAccount } from "../find.ts";
import { AccountId } from "../vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { Reason } from "#lib/core/fields.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { makeLink } from "../acts.ts";

/**
 * Asks a second administrator to let somebody in again who lost the password or all second factors. Until they use the link,
 * the old way in stays as it is. Two administrators, as one alone could take over any account (ASVS 5.0, 6.4.4).
 */
export const proposeRecovery = command({
  name: "recovery.propose",
  input: z.strictObject({ accountId: AccountId, reason: Reason }),
  permission: "account.manage",
  isSensitive: true,
  load: (ctx, { accountId }) => findAccount(ctx, accountId),
  async run(ctx, { accountId, reason }, { humanId, status, hasPassword, version }) {
    if (humanId === ctx.scope.humanId) throw new Refused("account.own");
    if (status !== "active" || !hasPassword) throw new Conflict("account.not_active");
    const { id } = await makeLink(ctx, accountId, "recovery");
    return {
      result: { invitationId: id },
      entry: { object: { id: accountId, version }, detail: { reason } },
    };
  },
});
