import { deletions } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { z } from "zod";
import { mustWait } from "../acts.ts";
import { DeletionId } from "../vocabulary.ts";

/** A no to a deletion, with a reason: of somebody else, or of whoever asked and thought better of it. It may be asked for again. */
export const refuseDeletion = command({
  name: "deletion.refuse",
  input: z.strictObject({ deletionId: DeletionId, version: RowVersion, reason: Reason }),
  permission: "deletion.decide",
  sight: "testimony.read",
  load: (ctx, { deletionId }) => findRecord(ctx, deletions, deletionId),
  async run(ctx, { deletionId, version, reason }, deletion) {
    mustWait(deletion);
    const after = await ctx.write.amend(deletions, deletionId, version, {
      status: "refused",
      liveKey: deletionId,
      decidedAt: ctx.now,
      decidedByHumanId: ctx.scope.humanId,
      refusal: reason,
    });
    return {
      result: { id: deletionId },
      entry: {
        object: { id: deletionId, version: after.version },
        detail: { testimonyId: deletion.testimonyId, reason },
      },
    };
  },
});
