import { victims } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { findVictim, mustHoldVictimReferences } from "../find.ts";
import { VictimFields, VictimId } from "../vocabulary.ts";

/** Changes what is recorded of a victim; the former values stay in the log. */
export const amendVictim = command({
  name: "victim.amend",
  input: VictimFields.extend({ victimId: VictimId, version: RowVersion }),
  permission: "victim.write",
  load: (ctx, { victimId }) => findVictim(ctx, victimId),
  async run(ctx, { victimId, version, ...fields }, victim) {
    mustStand(victim);
    await mustHoldVictimReferences(ctx, victim.caseId, fields);
    return amended(
      victim,
      await ctx.write.amend(victims, victimId, version, { ...fields, updatedAt: ctx.now }),
    );
  },
});
