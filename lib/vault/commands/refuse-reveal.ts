import { reveals } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { z } from "zod";
import { mustWait } from "../acts.ts";
import { findReveal } from "../find/identities.ts";
import { RevealId } from "../vocabulary.ts";

/** A no to opening an identity, with a reason: of somebody else, or of whoever asked and thought better of it. */
export const refuseReveal = command({
  name: "identity.refuseReveal",
  input: z.strictObject({ revealId: RevealId, version: RowVersion, reason: Reason }),
  permission: "vault.keep",
  sight: "identity.read",
  load: (ctx, { revealId }) => findReveal(ctx, revealId),
  async run(ctx, { revealId, version, reason }, reveal) {
    mustWait(reveal);
    const after = await ctx.write.amend(reveals, revealId, version, {
      status: "refused",
      decidedAt: ctx.now,
      decidedByHumanId: ctx.scope.humanId,
    });
    return {
      result: { id: revealId },
      entry: {
        object: { id: revealId, version: after.version },
        detailOf: reveal.identityId,
        detail: { identityId: reveal.identityId, reason },
      },
    };
  },
});
