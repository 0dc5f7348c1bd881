import { command } from "#lib/core/command.ts";
import { z } from "zod";
import { findInvited } from "../find/invitations.ts";
import { InvitationId } from "../vocabulary.ts";

/** Notes that the mail server did not take a link: what `invitation.mail` announced did not happen, as far as anybody knows. */
export const failMail = command({
  name: "invitation.failMail",
  input: z.strictObject({ invitationId: InvitationId }),
  permission: "account.manage",
  load: (ctx, { invitationId }) => findInvited(ctx, invitationId),
  async run(_, { invitationId }, { accountId, accountVersion }) {
    return {
      result: { id: invitationId },
      entry: { object: { id: accountId, version: accountVersion } },
    };
  },
});
