import { proceedings } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { z } from "zod";
import { findProceeding } from "../find.ts";
import { ProceedingId } from "../vocabulary.ts";

/** Takes a proceeding or a response back with a reason; nothing is deleted. */
export const retractProceeding = command({
  name: "proceeding.retract",
  input: z.strictObject({ proceedingId: ProceedingId, version: RowVersion, reason: Reason }),
  permission: "proceeding.write",
  load: (ctx, { proceedingId }) => findProceeding(ctx, proceedingId),
  async run(ctx, { proceedingId, version, reason }, proceeding) {
    mustStand(proceeding);
    const after = await ctx.write.amend(proceedings, proceedingId, version, retraction(ctx, reason));
    return retracted(after, reason);
  },
});
