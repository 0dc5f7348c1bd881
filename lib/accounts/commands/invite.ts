import { findHuman } from "../find.ts";
import { InvitedAccount } from "../vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { NO_PASSWORD } from "#lib/platform/password.ts";
import { insertAccount, insertHuman, makeLink } from "../acts.ts";

/**
 * Makes an account for somebody, or another account of somebody, and a link by which they choose its password: no
 * administrator knows it. An account has no role until one is given.
 */
export const invite = command({
  name: "account.invite",
  input: InvitedAccount,
  permission: "account.manage",
  isSensitive: true,
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx, { name, displayName, humanId: known }) {
    const human = known ? await findHuman(ctx, known) : await insertHuman(ctx, displayName ?? "");
    const { id, version } = await insertAccount(ctx, { humanId: human.id, name, password: NO_PASSWORD });
    const link = await makeLink(ctx, id, "invitation");
    return {
      result: { id, humanId: human.id, version, invitationId: link.id },
      entry: { object: { id, version }, detail: { name, humanId: human.id } },
    };
  },
});
