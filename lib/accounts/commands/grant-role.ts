import { accountRoles } from "#db/schema/index.ts";
import { globalRoles } from "#lib/access/permissions.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findAccount, holdsCaseRole, maybeGlobalRole } from "../find.ts";
import { AccountId } from "../vocabulary.ts";

/**
 * Makes an account administrator or auditor. Nobody gives a role to themselves, and nobody who works on a case gets one:
 * whoever runs the house or audits it reads no testimony. Humans are compared, not accounts.
 */
export const grantRole = command({
  name: "account.grantRole",
  input: z.strictObject({ accountId: AccountId, role: z.enum(globalRoles) }),
  permission: "account.manage",
  isSensitive: true,
  load: (ctx, { accountId }) => findAccount(ctx, accountId),
  async run(ctx, { accountId, role }, { humanId }) {
    if (humanId === ctx.scope.humanId) throw new Refused("account.own");
    if (await maybeGlobalRole(ctx, accountId, role)) throw new Conflict("role.held");
    if (await holdsCaseRole(ctx, humanId)) throw new Conflict("role.works_on_cases");
    const granted = await ctx.write.insert(accountRoles, {
      id: newId("accountRole"),
      accountId,
      role,
      grantedAt: ctx.now,
      grantedBy: ctx.scope.accountId,
    });
    return { result: { id: granted.id }, entry: { object: { id: accountId, version: 1 }, reason: role } };
  },
});
