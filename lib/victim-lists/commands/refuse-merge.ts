import { victimMerges } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findMerge } from "../find/lists.ts";
import { MergeId } from "../vocabulary.ts";

/** Says no to a merge that waits, or takes one's own back. Nothing was changed by it, and nothing is. */
export const refuseMerge = command({
  name: "victimMerge.refuse",
  input: z.strictObject({ mergeId: MergeId, version: RowVersion, reason: Reason }),
  permission: "victimList.decide",
  load: (ctx, { mergeId }) => findMerge(ctx, mergeId),
  async run(ctx, { mergeId, version, reason }, merge) {
    if (merge.status !== "waiting") throw new Conflict("merge.decided");
    const after = await ctx.write.amend(victimMerges, mergeId, version, {
      status: "refused",
      decidedAt: ctx.now,
      decidedByHumanId: ctx.scope.humanId,
    });
    return {
      result: { id: mergeId, version: after.version },
      entry: { object: { id: mergeId, version: after.version }, detail: { reason } },
    };
  },
});
