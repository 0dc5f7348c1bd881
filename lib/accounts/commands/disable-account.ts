import { eq } from "drizzle-orm";
import { accounts, sessions } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findAccount } from "../find.ts";
import { AccountId } from "../vocabulary.ts";

/** Disables an account; every session of it fails at its next request. */
export const disableAccount = command({
  name: "account.disable",
  input: z.strictObject({ accountId: AccountId, version: RowVersion, reason: Reason }),
  permission: "account.manage",
  load: (ctx, { accountId }) => findAccount(ctx, accountId),
  async run(ctx, { accountId, version, reason }) {
    if (accountId === ctx.scope.accountId) throw new Refused("account.own");
    const after = await ctx.write.amend(accounts, accountId, version, { status: "disabled" });
    await ctx.books.update(sessions).set({ revokedAt: ctx.now }).where(eq(sessions.accountId, accountId));
    const object = { id: accountId, version: after.version };
    return { result: object, entry: { object, detail: { reason } } };
  },
});
