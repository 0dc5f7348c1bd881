import { eq } from "drizzle-orm";
import { invitations } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { z } from "zod";
import { findOpenInvitation } from "../find/invitations.ts";
import { InvitationId } from "../vocabulary.ts";

/** Takes a link back, or says no to a recovery: it opens nothing from now on. */
export const withdrawInvitation = command({
  name: "invitation.withdraw",
  input: z.strictObject({ invitationId: InvitationId }),
  permission: "account.manage",
  load: (ctx, { invitationId }) => findOpenInvitation(ctx, invitationId),
  async run(ctx, { invitationId }, { accountId, accountVersion, kind }) {
    await ctx.books.update(invitations).set({ withdrawnAt: ctx.now }).where(eq(invitations.id, invitationId));
    return {
      result: { id: invitationId },
      entry: { object: { id: accountId, version: accountVersion }, reason: kind },
    };
  },
});
