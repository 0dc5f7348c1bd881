import { statements } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { idOf, ImportKey } from "#lib/core/fields.ts";
import { newRecord, recorded } from "#lib/core/outcome.ts";
import { proposeContradictions } from "#lib/contradictions/commands/compare-statement.ts";
import { mustHoldParagraphs, mustHoldSaid, mustHoldStatementOrigin, withFigure } from "../find/records.ts";
import { StatementFields } from "../rules/entered-fields.ts";
import { NOTHING_SAID, saidOf } from "../rules/says-exactly.ts";
import { mustBeCutFromOne, mustFitOrigin } from "../rules/statement-form.ts";

/** Cuts one claim from a version of a testimony, a media item or a figure, with the basis on which it is made. */
export const recordStatement = command({
  name: "statement.record",
  input: StatementFields.extend({
    caseId: CaseId,
    importKey: ImportKey,
    /** Two of the three are null. */
    testimonyId: idOf("testimony").nullable(),
    mediaId: idOf("media").nullable(),
    figureId: idOf("figure").nullable(),
  }),
  permission: "statement.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, testimonyId, mediaId, figureId, ...entered }) {
    const fields = { ...entered, spans: entered.spans ?? null };
    const origin = { testimonyId, mediaId, figureId };
    mustBeCutFromOne(origin);
    mustFitOrigin(origin, fields);
    await mustHoldStatementOrigin(ctx, caseId, origin);
    await mustHoldParagraphs(ctx, testimonyId, fields);
    const said = await withFigure(ctx, figureId, saidOf(fields, { ...NOTHING_SAID, exculpatory: null }));
    await mustHoldSaid(ctx, caseId, said);
    const record = newRecord(ctx, "statement", "ST");
    const statement = { ...record, caseId, importKey, ...origin, ...fields, ...said };
    const row = await ctx.write.insert(statements, statement);
    await proposeContradictions(ctx, row);
    return recorded(row);
  },
});
