import { command } from "#lib/core/command.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { hashPassword } from "#lib/platform/password.ts";
import { insertAccount, insertHuman } from "../acts.ts";
import { findHuman } from "../find.ts";
import { NewAccount } from "../vocabulary.ts";

/**
 * Makes an account and the human it belongs to, or another account of a human: rules compare humans, so that nobody
 * approves under one name what they wrote under another. An account has no role until one is given.
 */
export const createAccount = command({
  name: "account.create",
  input: NewAccount,
  permission: "account.manage",
  secrets: ["password"],
  isSensitive: true,
  prepare: async (input) => ({ ...input, password: await hashPassword(input.password) }),
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx, { name, password, displayName, humanId: known }) {
    const human = known ? await findHuman(ctx, known) : await insertHuman(ctx, displayName ?? "");
    const { id, version } = await insertAccount(ctx, { humanId: human.id, name, password });
    return {
      result: { id, humanId: human.id, version },
      entry: { object: { id, version }, detail: { name, humanId: human.id } },
    };
  },
});
