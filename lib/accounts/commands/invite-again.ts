import { findAccount } from "../find.ts";
import { AccountId } from "../vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { makeLink } from "../acts.ts";

/** Makes a fresh link for somebody who has chosen no password yet; the one before opens no more. */
export const inviteAgain = command({
  name: "account.inviteAgain",
  input: z.strictObject({ accountId: AccountId }),
  permission: "account.manage",
  isSensitive: true,
  load: (ctx, { accountId }) => findAccount(ctx, accountId),
  async run(ctx, { accountId }, { hasPassword, status, version }) {
    if (hasPassword || status !== "active") throw new Conflict("account.not_invited");
    const { id } = await makeLink(ctx, accountId, "invitation");
    return { result: { invitationId: id }, entry: { object: { id: accountId, version } } };
  },
});
