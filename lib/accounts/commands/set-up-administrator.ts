import { accountRoles } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { hashPassword } from "#lib/platform/password.ts";
import { insertAccount, insertHuman } from "../acts.ts";
import { AccountFields } from "../vocabulary.ts";

/** The first run: makes the first administrator. Refused as soon as any account exists. */
export const setUpAdministrator = command({
  name: "account.setUpAdministrator",
  input: AccountFields,
  permission: "setup.run",
  secrets: ["password"],
  prepare: async (input) => ({ ...input, password: await hashPassword(input.password) }),
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx, { name, displayName, password }) {
    const human = await insertHuman(ctx, displayName);
    const account = await insertAccount(ctx, { humanId: human.id, name, password });
    await ctx.write.insert(accountRoles, {
      id: newId("accountRole"),
      accountId: account.id,
      role: "administrator",
      grantedAt: ctx.now,
      grantedBy: account.id,
    });
    const { id, version } = account;
    return { result: { id, humanId: human.id, version }, entry: { object: { id, version } } };
  },
});
