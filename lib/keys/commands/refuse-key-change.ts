import { keyPermits } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { z } from "zod";
import { findOpenKeyPermit } from "../find.ts";
import { KeyPermitId } from "../vocabulary.ts";

/**
 * A no to a change of the keys, of any administrator: of somebody else, or of whoever asked and thought better of it. A yes that
 * was not used is taken back by it, too.
 */
export const refuseKeyChange = command({
  name: "keys.refuse",
  input: z.strictObject({ permitId: KeyPermitId, version: RowVersion }),
  permission: "keys.keep",
  sight: "keys.keep",
  isSensitive: true,
  load: (ctx, { permitId }) => findOpenKeyPermit(ctx, permitId),
  async run(ctx, { permitId, version }, { what }) {
    const after = await ctx.write.amend(keyPermits, permitId, version, {
      status: "refused",
      decidedAt: ctx.now,
      decidedByHumanId: ctx.scope.humanId,
      usableUntil: null,
    });
    return {
      result: { id: permitId, version: after.version },
      entry: { object: { id: permitId, version: after.version }, reason: what },
    };
  },
});
