import { z } from "zod";
import { sourceTies } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findSourceTie } from "../find/records.ts";
import { endsOf } from "../find/source-ties.ts";
import { SourceTieId, Tenths } from "../vocabulary.ts";
import { facetsTouchedBy } from "../find/affected-facets.ts";
import { recheckFindings } from "./recheck-finding.ts";

/** A reviewer weighs a soft tie between two who speak anew, 0 to 9 tenths, with a reason. A hard tie has no weight. */
export const amendSourceTie = command({
  name: "sourceTie.amend",
  input: z.strictObject({
    sourceTieId: SourceTieId,
    version: RowVersion,
    weightTenths: Tenths,
    reason: Reason,
  }),
  permission: "evidence.resolve",
  load: (ctx, { sourceTieId }) => findSourceTie(ctx, sourceTieId),
  async run(ctx, { sourceTieId, version, weightTenths, reason }, tie) {
    mustStand(tie);
    if (tie.family === "hard") throw new Conflict("dependency.hard_has_no_weight");
    const speakerIds = endsOf(tie);
    // Both before and after: a tie of no weight leads nowhere, and one that had none leads on now.
    const before = await facetsTouchedBy(ctx.read, { speakerIds });
    const changes = { weightTenths, weightReason: reason, updatedAt: ctx.now };
    const after = await ctx.write.amend(sourceTies, sourceTieId, version, changes);
    const facets = [...before, ...(await facetsTouchedBy(ctx.read, { speakerIds }))];
    await recheckFindings(ctx, { facets });
    return amended(tie, after, reason);
  },
});
