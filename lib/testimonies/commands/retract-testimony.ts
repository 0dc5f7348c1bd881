import { testimonies } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { z } from "zod";
import { findTestimony } from "../find.ts";
import { TestimonyId } from "../vocabulary.ts";

/** Takes a testimony back with a reason: it is never deleted, and nothing rests on it any more. */
export const retractTestimony = command({
  name: "testimony.retract",
  input: z.strictObject({ testimonyId: TestimonyId, version: RowVersion, reason: Reason }),
  permission: "testimony.write",
  load: (ctx, { testimonyId }) => findTestimony(ctx, testimonyId),
  async run(ctx, { testimonyId, version, reason }, testimony) {
    mustStand(testimony);
    const after = await ctx.write.amend(testimonies, testimonyId, version, retraction(ctx, reason));
    await recheckFindings(ctx, { testimonyId });
    return retracted(after, reason);
  },
});
