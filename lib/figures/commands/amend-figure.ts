import { figures } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { amended, mustStand, sortOf } from "#lib/core/outcome.ts";
import { findFigure, mustHoldFigureReferences } from "../find.ts";
import { mustNameItsIncident, storedNumber } from "../rules.ts";
import { FigureFields, FigureId } from "../vocabulary.ts";

/**
 * Corrects what is recorded of a figure; a later figure of the same source is a figure of its own. Whose figure it is
 * decides its grade and its origin, so findings that rest on it are rechecked.
 */
export const amendFigure = command({
  name: "figure.amend",
  input: FigureFields.extend({ figureId: FigureId, version: RowVersion }),
  permission: "figure.write",
  load: (ctx, { figureId }) => findFigure(ctx, figureId),
  async run(ctx, { figureId, version, ...fields }, figure) {
    mustStand(figure);
    const number = storedNumber(fields);
    mustNameItsIncident(fields);
    await mustHoldFigureReferences(ctx, figure.caseId, fields);
    const changes = { ...fields, ...number, asOfSort: sortOf(fields.asOfEdtf), updatedAt: ctx.now };
    const after = await ctx.write.amend(figures, figureId, version, changes);
    await recheckFindings(ctx, { figureId });
    return amended(figure, after);
  },
});
