import { accountRoles } from "#db/schema/index.ts";
import { globalRoles } from "#lib/access/permissions.ts";
import { command } from "#lib/core/command.ts";
import { Reason } from "#lib/core/fields.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findAccount, maybeGlobalRole } from "../find.ts";
import { AccountId } from "../vocabulary.ts";

/** Ends a global role at once. */
export const endRole = command({
  name: "account.endRole",
  input: z.strictObject({ accountId: AccountId, role: z.enum(globalRoles), reason: Reason }),
  permission: "account.manage",
  load: (ctx, { accountId }) => findAccount(ctx, accountId),
  async run(ctx, { accountId, role, reason }, { version }) {
    if (accountId === ctx.scope.accountId) throw new Refused("account.own");
    const held = await maybeGlobalRole(ctx, accountId, role);
    if (!held) throw new Conflict("role.not_held");
    await ctx.write.amend(accountRoles, held.id, held.version, {
      endedAt: ctx.now,
      endedBy: ctx.scope.accountId,
      endReason: reason,
    });
    return {
      result: { id: held.id },
      entry: { object: { id: accountId, version }, reason: role, detail: { reason } },
    };
  },
});
