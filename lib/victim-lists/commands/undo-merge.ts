import { victimMerges, victims } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { retraction } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findMerge, liveMerges } from "../find/lists.ts";
import { MergeId } from "../vocabulary.ts";

/**
 * Undoes a merge with a reason: each row stands by itself again, as it was published, for none of them was ever changed. The victim that
 * the merge recorded is retracted; it stays while other rows were joined to it.
 */
export const undoMerge = command({
  name: "victimMerge.undo",
  input: z.strictObject({ mergeId: MergeId, version: RowVersion, reason: Reason }),
  permission: "victimList.decide",
  load: (ctx, { mergeId }) => findMerge(ctx, mergeId),
  async run(ctx, { mergeId, version, reason }, merge) {
    if (merge.status !== "merged") throw new Conflict("merge.not_merged");
    const { caseId, victimId, hasMadeVictim } = merge;
    if (hasMadeVictim && victimId !== null) {
      const others = await liveMerges(ctx, caseId);
      if (others.some((other) => other.id !== mergeId && other.victimId === victimId))
        throw new Conflict("merge.others_joined");
      const victim = await findRecord(ctx, victims, victimId);
      if (victim.retractedAt === null)
        await ctx.write.amend(victims, victimId, victim.version, retraction(ctx, reason));
    }
    const after = await ctx.write.amend(victimMerges, mergeId, version, {
      status: "undone",
      undoneAt: ctx.now,
      undoneByHumanId: ctx.scope.humanId,
    });
    return {
      result: { id: mergeId, version: after.version },
      entry: { object: { id: mergeId, version: after.version }, detail: { reason } },
    };
  },
});
