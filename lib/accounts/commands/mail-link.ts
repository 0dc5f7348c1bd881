import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findLinkOfAnother } from "../find/invitations.ts";
import { mayGoByMail } from "../rules/invitation-link.ts";
import { MailedLink } from "../vocabulary.ts";

/**
 * Notes that an administrator has the link of an invitation mailed. The entry is on disk before anything leaves, as it is before
 * a link is shown; the mail goes afterwards, by the door that asks for this (lib/api/mail-link.ts). The address is kept
 * nowhere: not in the entry, in no row, and in the receipt not even as a hash.
 */
export const mailLink = command({
  name: "invitation.mail",
  input: MailedLink,
  permission: "account.manage",
  isSensitive: true,
  secrets: ["email"],
  load: (ctx, { invitationId }) => findLinkOfAnother(ctx, invitationId),
  async run(_, { invitationId }, { kind, accountId, accountVersion, expiresAt }) {
    if (!mayGoByMail(kind)) throw new Conflict("invitation.by_hand");
    return {
      result: { invitationId, expiresAt, mailId: newId("request") },
      entry: { object: { id: accountId, version: accountVersion } },
    };
  },
});
