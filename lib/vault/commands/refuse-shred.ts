import { identityShreds } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { z } from "zod";
import { mustWait } from "../acts.ts";
import { findShred } from "../find/identities.ts";
import { ShredId } from "../vocabulary.ts";

/** A no to the destruction of an identity, with a reason: of somebody else, or of whoever asked. It may be asked for again. */
export const refuseShred = command({
  name: "identity.refuseShred",
  input: z.strictObject({ shredId: ShredId, version: RowVersion, reason: Reason }),
  permission: "vault.keep",
  sight: "identity.read",
  load: (ctx, { shredId }) => findShred(ctx, shredId),
  async run(ctx, { shredId, version, reason }, shred) {
    mustWait(shred);
    const after = await ctx.write.amend(identityShreds, shredId, version, {
      status: "refused",
      liveKey: shredId,
      decidedAt: ctx.now,
      decidedByHumanId: ctx.scope.humanId,
    });
    const { identityId } = shred;
    return {
      result: { id: shredId },
      entry: {
        object: { id: shredId, version: after.version },
        detailOf: identityId,
        detail: { identityId, reason },
      },
    };
  },
});
