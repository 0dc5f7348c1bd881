import { eq } from "drizzle-orm";
import { invitations } from "#db/schema/index.ts";
import { maybeHumanOf } from "../find.ts";
import { command } from "#lib/core/command.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findOpenInvitation } from "../find/invitations.ts";
import { LINK_MS_MAX } from "../rules/invitation-link.ts";
import { InvitationId } from "../vocabulary.ts";

/** The second administrator's yes: from now on the link opens. Humans are compared, not accounts. */
export const approveRecovery = command({
  name: "recovery.approve",
  input: z.strictObject({ invitationId: InvitationId }),
  permission: "account.manage",
  isSensitive: true,
  load: (ctx, { invitationId }) => findOpenInvitation(ctx, invitationId),
  async run(ctx, { invitationId }, { kind, approvedAt, accountId, accountVersion, humanId, createdBy }) {
    if (kind !== "recovery" || approvedAt !== null) throw new Conflict("recovery.approved");
    if (humanId === ctx.scope.humanId) throw new Refused("account.own");
    if ((await maybeHumanOf(ctx, createdBy)) === ctx.scope.humanId)
      throw new Refused("recovery.second_person");
    await ctx.books
      .update(invitations)
      .set({ approvedAt: ctx.now, approvedBy: ctx.scope.accountId, expiresAt: ctx.now + LINK_MS_MAX })
      .where(eq(invitations.id, invitationId));
    return {
      result: { id: invitationId },
      entry: { object: { id: accountId, version: accountVersion }, rules: ["recovery.second_person"] },
    };
  },
});
