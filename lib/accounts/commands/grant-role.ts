import { globalRoles } from "#lib/access/permissions.ts";
import { command } from "#lib/core/command.ts";
import { Reason } from "#lib/core/fields.ts";
import { z } from "zod";
import { giveRole } from "../acts.ts";
import { findAccount } from "../find.ts";
import { mustBeAbleToHold } from "../find/role-proposals.ts";
import { AccountId } from "../vocabulary.ts";

/**
 * Makes an account administrator or auditor by one person alone. No request carries it out: it is for the terminal of the
 * machine, where nobody else could approve, and for the demo. Everybody else proposes (`role.propose`).
 */
export const grantRole = command({
  name: "account.grantRole",
  input: z.strictObject({ accountId: AccountId, role: z.enum(globalRoles), reason: Reason.optional() }),
  permission: "account.manage",
  isSensitive: true,
  load: (ctx, { accountId }) => findAccount(ctx, accountId),
  async run(ctx, { accountId, role, reason = null }, account) {
    await mustBeAbleToHold(ctx, account, role);
    const granted = await giveRole(ctx, {
      accountId,
      role,
      reason,
      grantedBy: ctx.scope.accountId,
      approvedBy: null,
    });
    const object = { id: accountId, version: account.version };
    return { result: { id: granted.id }, entry: { object, reason: role, detail: { reason } } };
  },
});
