import { legalHolds } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { LegalHoldId } from "../vocabulary.ts";

/** Ends a legal hold, with a reason. Nothing is deleted by it: that takes two people of its own. */
export const liftHold = command({
  name: "hold.lift",
  input: z.strictObject({ holdId: LegalHoldId, version: RowVersion, reason: Reason }),
  permission: "hold.write",
  sight: "testimony.read",
  load: (ctx, { holdId }) => findRecord(ctx, legalHolds, holdId),
  async run(ctx, { holdId, version, reason }, hold) {
    if (hold.liftedAt !== null) throw new Conflict("hold.lifted");
    const after = await ctx.write.amend(legalHolds, holdId, version, {
      liftedAt: ctx.now,
      liftedBy: ctx.scope.accountId,
      liftReason: reason,
    });
    return {
      result: { id: holdId },
      entry: {
        object: { id: holdId, version: after.version },
        detail: { testimonyId: hold.testimonyId, reason },
      },
    };
  },
});
