import { query } from "#lib/core/query.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { readEnv } from "#lib/platform/env.ts";
import { z } from "zod";
import { findOpenInvitation } from "../find/invitations.ts";
import { tokenOf } from "../rules/invitation-link.ts";
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
    const found = await findOpenInvitation(ctx, invitationId);
    if (found.humanId === ctx.scope.humanId) throw new NotFound();
    if (found.approvedAt === null) throw new Conflict("recovery.waits");
    const link = `${readEnv().url}/welcome#${tokenOf(ctx.keys, invitationId)}`;
    const { accountId, accountVersion, name, displayName, kind, expiresAt } = found;
    return { accountId, accountVersion, name, displayName, kind, expiresAt, link };
  },
  traceOf: ({ accountId, accountVersion }) => ({
    caseId: null,
    object: { id: accountId, version: accountVersion },
  }),
});
