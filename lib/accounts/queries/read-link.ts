import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { readEnv } from "#lib/platform/env.ts";
import { mailIsSet } from "#lib/platform/mail.ts";
import { z } from "zod";
import { findLinkOfAnother } from "../find/invitations.ts";
import { linkOf, mayGoByMail } from "../rules/invitation-link.ts";
import { InvitationId } from "../vocabulary.ts";

/**
 * The link itself, to be handed to the person by a way that is safe. Who looked is in the log. Nobody sees a link to their
 * own account, by which one administrator alone would recover it.
 */
export const readLink = query({
  name: "invitation.link",
  input: z.strictObject({ invitationId: InvitationId }),
  permission: "account.manage",
  isSensitive: true,
  caseOf: () => ORGANISATION,
  async run(ctx, { invitationId }) {
    const found = await findLinkOfAnother(ctx, invitationId);
    const link = linkOf(ctx.keys, readEnv().url, invitationId);
    const { accountId, accountVersion, name, displayName, kind, expiresAt } = found;
    /** Whether it may go by mail as well. */
    const byMail = mailIsSet() && mayGoByMail(kind);
    return { accountId, accountVersion, name, displayName, kind, expiresAt, link, byMail };
  },
  traceOf: ({ accountId, accountVersion }) => ({
    caseId: null,
    object: { id: accountId, version: accountVersion },
  }),
});
