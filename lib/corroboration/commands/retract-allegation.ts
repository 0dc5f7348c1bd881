import { z } from "zod";
import { allegations } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findAllegation, isConsidered } from "../find/records.ts";
import { AllegationId } from "../vocabulary.ts";

/** Takes an allegation back with a reason, unless a finding of it is under review or stands. Nothing is deleted. */
export const retractAllegation = command({
  name: "allegation.retract",
  input: z.strictObject({ allegationId: AllegationId, version: RowVersion, reason: Reason }),
  permission: "allegation.write",
  load: (ctx, { allegationId }) => findAllegation(ctx, allegationId),
  async run(ctx, { allegationId, version, reason }, allegation) {
    mustStand(allegation);
    if (await isConsidered(ctx, allegationId)) throw new Conflict("allegation.has_findings");
    return retracted(
      await ctx.write.amend(allegations, allegationId, version, retraction(ctx, reason)),
      reason,
    );
  },
});
