import { statements } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { idOf, ImportKey } from "#lib/core/fields.ts";
import { newRecord, recorded } from "#lib/core/outcome.ts";
import { mustHoldParagraphs, mustHoldStatementOrigin } from "../find/records.ts";
import { StatementFields } from "../rules/entered-fields.ts";
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
    const record = newRecord(ctx, "statement", "ST");
    return recorded(
      await ctx.write.insert(statements, { ...record, caseId, importKey, ...origin, ...fields }),
    );
  },
});
