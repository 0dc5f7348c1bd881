import { and, eq, isNull } from "drizzle-orm";
import { accounts, invitations, sessions } from "#db/schema/index.ts";
import { hardToGuess } from "../find.ts";
import { command } from "#lib/core/command.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { forgetFactors } from "#lib/factors/commands/forget-factors.ts";
import { hashPassword } from "#lib/platform/password.ts";
import { z } from "zod";
import { maybeLink } from "../find/invitations.ts";
import { InvitationId, Password } from "../vocabulary.ts";

/**
 * Chooses the password of one's account by a link that nobody has used. After a recovery the second factors are connected
 * anew as well, and every session ends. Only the door of the link asks for it, for the account that the link is for.
 */
export const acceptInvitation = command({
  name: "invitation.accept",
  input: z.strictObject({ invitationId: InvitationId, password: Password }),
  permission: "self.act",
  secrets: ["password"],
  async prepare({ invitationId, password }, caller) {
    return { invitationId, password: await hashPassword(await hardToGuess(password, caller)) };
  },
  async load(ctx, { invitationId }) {
    const link = await maybeLink(ctx, invitationId);
    if (!link || link.accountId !== ctx.scope.accountId) throw new NotFound();
    return { ...link, caseId: ORGANISATION };
  },
  async run(ctx, { invitationId, password }, link) {
    const { accountId } = ctx.scope;
    await ctx.books.update(invitations).set({ usedAt: ctx.now }).where(eq(invitations.id, invitationId));
    const after = await ctx.write.amend(accounts, accountId, link.accountVersion, { passwordHash: password });
    if (link.kind === "recovery") {
      await ctx.run(forgetFactors, {});
      const live = and(eq(sessions.accountId, accountId), isNull(sessions.revokedAt));
      await ctx.books.update(sessions).set({ revokedAt: ctx.now }).where(live);
    }
    return {
      result: { id: accountId },
      entry: { object: { id: accountId, version: after.version }, reason: link.kind },
    };
  },
});
