import { placements } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findPlacement } from "../find.ts";
import { PlacementId } from "../vocabulary.ts";

/** Takes back or declines what was asked for: the record stays where it is. */
export const withdrawLift = command({
  name: "compartment.withdrawLift",
  input: z.strictObject({ placementId: PlacementId, version: RowVersion }),
  permission: "compartment.lift",
  sight: "case.read",
  load: (ctx, { placementId }) => findPlacement(ctx, placementId),
  async run(ctx, { placementId, version }, { recordId, record, approvedAt, withdrawnAt }) {
    if (approvedAt !== null || withdrawnAt !== null) throw new Conflict("compartment.lift_over");
    await ctx.write.amend(placements, placementId, version, {
      withdrawnAt: ctx.now,
      waitingKey: placementId,
    });
    return { result: { id: recordId }, entry: { object: { id: recordId, version: record.version } } };
  },
});
