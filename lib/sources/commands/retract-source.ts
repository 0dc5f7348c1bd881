import { z } from "zod";
import { sources } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { findSource } from "../find.ts";
import { SourceId } from "../vocabulary.ts";

/** Takes a source back with a reason; it stays readable, with its grades. */
export const retractSource = command({
  name: "source.retract",
  input: z.strictObject({ sourceId: SourceId, version: RowVersion, reason: Reason }),
  permission: "source.write",
  load: (ctx, { sourceId }) => findSource(ctx, sourceId),
  async run(ctx, { sourceId, version, reason }, source) {
    mustStand(source);
    const after = await ctx.write.amend(sources, sourceId, version, retraction(ctx, reason));
    // Without its parts an organisation is a source like any other.
    const { organisationId } = source;
    if (organisationId !== null) await recheckFindings(ctx, { sourceId: organisationId });
    return retracted(after, reason);
  },
});
