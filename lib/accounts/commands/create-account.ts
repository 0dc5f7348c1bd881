import { command } from "#lib/core/command.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { hashPassword } from "#lib/platform/password.ts";
import { insertAccount } from "../acts.ts";
import { AccountFields } from "../vocabulary.ts";

/** Makes an account and the human it belongs to. It has no role until one is given. */
export const createAccount = command({
  name: "account.create",
  input: AccountFields,
  permission: "account.manage",
  prepare: async (input) => ({ ...input, password: await hashPassword(input.password) }),
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx, fields) {
    const { account, human } = await insertAccount(ctx, fields);
    const { id, version } = account;
    return {
      result: { id, humanId: human.id, version },
      entry: { object: { id, version }, detail: { name: fields.name } },
    };
  },
});
