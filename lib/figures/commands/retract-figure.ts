import { figures } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { z } from "zod";
import { findFigure } from "../find.ts";
import { FigureId } from "../vocabulary.ts";

/** Takes a figure back with a reason: it counts for nothing then, and findings that rest on it are rechecked. Nothing is deleted. */
export const retractFigure = command({
  name: "figure.retract",
  input: z.strictObject({ figureId: FigureId, version: RowVersion, reason: Reason }),
  permission: "figure.write",
  load: (ctx, { figureId }) => findFigure(ctx, figureId),
  async run(ctx, { figureId, version, reason }, figure) {
    mustStand(figure);
    const after = await ctx.write.amend(figures, figureId, version, retraction(ctx, reason));
    await recheckFindings(ctx, { figureId });
    return retracted(after, reason);
  },
});
