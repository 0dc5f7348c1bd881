import { witnesses } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { findWitness } from "../find.ts";
import { WitnessFields, WitnessId } from "../vocabulary.ts";

/** Changes what is recorded of a witness; the code stays for life. */
export const amendWitness = command({
  name: "witness.amend",
  input: WitnessFields.extend({ witnessId: WitnessId, version: RowVersion }),
  permission: "witness.write",
  load: (ctx, { witnessId }) => findWitness(ctx, witnessId),
  async run(ctx, { witnessId, version, ...fields }, witness) {
    mustStand(witness);
    return amended(
      witness,
      await ctx.write.amend(witnesses, witnessId, version, { ...fields, updatedAt: ctx.now }),
    );
  },
});
