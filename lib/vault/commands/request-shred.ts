import { identityShreds } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { mustBeKept, tellCustodians } from "../acts.ts";
import { findIdentity, isHeld, liveShred } from "../find/identities.ts";
import { IdentityId, ShredGround } from "../vocabulary.ts";

/** Asks that an identity be destroyed for good (GDPR, article 17(1)). Somebody else decides. */
export const requestShred = command({
  name: "identity.requestShred",
  input: z.strictObject({ identityId: IdentityId, ground: ShredGround, reason: Reason }),
  permission: "vault.keep",
  sight: "identity.read",
  load: (ctx, { identityId }) => findIdentity(ctx, identityId),
  async run(ctx, { identityId, ground, reason }, identity) {
    mustBeKept(identity);
    if ((await liveShred(ctx.read, identityId)) !== null) throw new Conflict("vault.waits");
    if (await isHeld(ctx.read, identity)) throw new Conflict("vault.held");
    const { caseId, personId } = identity;
    const row = await ctx.write.insert(identityShreds, {
      id: newId("identityShred"),
      caseId,
      personId,
      identityId,
      liveKey: identityId,
      ground,
      status: "waiting",
      requestedAt: ctx.now,
      requestedByHumanId: ctx.scope.humanId,
      decidedAt: null,
      decidedByHumanId: null,
    });
    await tellCustodians(ctx, "identity_waiting", identity);
    return {
      result: { id: row.id },
      entry: {
        object: { id: row.id, version: row.version },
        reason: ground,
        // With the identity go the words of who asked for it to go.
        detailOf: identityId,
        detail: { identityId, reason },
      },
    };
  },
});
