import { victimDoubles } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findDouble } from "../find/lists.ts";
import { DoubleId } from "../vocabulary.ts";

/** Says that two rows are different people. No count changes by it, so one person decides; they may be merged all the same later. */
export const keepApart = command({
  name: "victimList.keepApart",
  input: z.strictObject({ doubleId: DoubleId, version: RowVersion }),
  permission: "victimList.decide",
  load: (ctx, { doubleId }) => findDouble(ctx, doubleId),
  async run(ctx, { doubleId, version }, double) {
    if (double.status !== "open") throw new Conflict("victim_list.decided");
    const after = await ctx.write.amend(victimDoubles, doubleId, version, {
      status: "different",
      decidedAt: ctx.now,
      decidedByHumanId: ctx.scope.humanId,
    });
    const { id } = double;
    return {
      result: { id, version: after.version },
      entry: { object: { id, version: after.version }, detail: { rows: [double.oneId, double.otherId] } },
    };
  },
});
