import { z } from "zod";
import { victims } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { findVictim } from "../find.ts";
import { VictimId } from "../vocabulary.ts";

/** Takes a victim back with a reason; nothing is deleted. */
export const retractVictim = command({
  name: "victim.retract",
  input: z.strictObject({ victimId: VictimId, version: RowVersion, reason: Reason }),
  permission: "victim.write",
  load: (ctx, { victimId }) => findVictim(ctx, victimId),
  async run(ctx, { victimId, version, reason }, victim) {
    mustStand(victim);
    return retracted(await ctx.write.amend(victims, victimId, version, retraction(ctx, reason)), reason);
  },
});
