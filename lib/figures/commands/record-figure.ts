import { figures } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey } from "#lib/core/fields.ts";
import { newRecord, recorded, sortOf } from "#lib/core/outcome.ts";
import { mustHoldFigureReferences } from "../find.ts";
import { mustNameItsIncident, storedNumber } from "../rules.ts";
import { FigureFields } from "../vocabulary.ts";

/** Records a figure as one source gave it. It stands beside other figures and is never added to them. */
export const recordFigure = command({
  name: "figure.record",
  input: FigureFields.extend({ caseId: CaseId, importKey: ImportKey }),
  permission: "figure.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, ...fields }) {
    const number = storedNumber(fields);
    mustNameItsIncident(fields);
    await mustHoldFigureReferences(ctx, caseId, fields);
    const figure = await ctx.write.insert(figures, {
      ...newRecord(ctx, "figure", "F"),
      caseId,
      importKey,
      ...fields,
      ...number,
      asOfSort: sortOf(fields.asOfEdtf),
    });
    return recorded(figure);
  },
});
