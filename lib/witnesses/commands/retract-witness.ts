import { z } from "zod";
import { witnesses } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { findWitness } from "../find.ts";
import { WitnessId } from "../vocabulary.ts";

/** Takes a witness back with a reason (recorded twice, or by mistake); testimonies keep pointing to the code. */
export const retractWitness = command({
  name: "witness.retract",
  input: z.strictObject({ witnessId: WitnessId, version: RowVersion, reason: Reason }),
  permission: "witness.write",
  load: (ctx, { witnessId }) => findWitness(ctx, witnessId),
  async run(ctx, { witnessId, version, reason }, witness) {
    mustStand(witness);
    return retracted(await ctx.write.amend(witnesses, witnessId, version, retraction(ctx, reason)), reason);
  },
});
