import { z } from "zod";
import { sourceTies } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { facetsTouchedBy } from "../find/affected-facets.ts";
import { findSourceTie } from "../find/records.ts";
import { endsOf } from "../find/source-ties.ts";
import { SourceTieId } from "../vocabulary.ts";
import { recheckFindings } from "./recheck-finding.ts";

/** A reviewer takes a tie between two who speak back with a reason: a level may rise by it. */
export const retractSourceTie = command({
  name: "sourceTie.retract",
  input: z.strictObject({ sourceTieId: SourceTieId, version: RowVersion, reason: Reason }),
  permission: "evidence.resolve",
  load: (ctx, { sourceTieId }) => findSourceTie(ctx, sourceTieId),
  async run(ctx, { sourceTieId, version, reason }, tie) {
    mustStand(tie);
    // Asked before: what is tied by it alone is out of reach afterwards.
    const facets = await facetsTouchedBy(ctx.read, { speakerIds: endsOf(tie) });
    const after = await ctx.write.amend(sourceTies, sourceTieId, version, retraction(ctx, reason));
    await recheckFindings(ctx, { facets });
    return retracted(after, reason);
  },
});
