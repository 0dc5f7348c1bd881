import { reveals } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { z } from "zod";
import { mustBeKept, mustBeSecond, mustWait } from "../acts.ts";
import { findIdentity, findReveal } from "../find/identities.ts";
import { APPROVED_MS, RevealId } from "../vocabulary.ts";

/** The second person's yes to one opening of an identity, within a day. It shows them nothing of it. */
export const approveReveal = command({
  name: "identity.approveReveal",
  input: z.strictObject({ revealId: RevealId, version: RowVersion }),
  permission: "vault.keep",
  sight: "identity.read",
  isSensitive: true,
  load: (ctx, { revealId }) => findReveal(ctx, revealId),
  async run(ctx, { revealId, version }, reveal) {
    mustWait(reveal);
    mustBeSecond(ctx, reveal.askedByHumanId);
    mustBeKept(await findIdentity(ctx, reveal.identityId));
    const after = await ctx.write.amend(reveals, revealId, version, {
      status: "approved",
      decidedAt: ctx.now,
      decidedByHumanId: ctx.scope.humanId,
      usableUntil: ctx.now + APPROVED_MS,
    });
    return {
      result: { id: revealId },
      entry: {
        object: { id: revealId, version: after.version },
        reason: reveal.reason,
        rules: ["vault.second_person"],
      },
    };
  },
});
