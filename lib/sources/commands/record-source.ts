import { sources } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey } from "#lib/core/fields.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { newRecord, recorded } from "#lib/core/outcome.ts";
import { mustHoldBearings } from "../find.ts";
import { SourceFields } from "../vocabulary.ts";

/** Records who gave or published something. It has no grade yet, which counts as F. */
export const recordSource = command({
  name: "source.record",
  input: SourceFields.extend({ caseId: CaseId, importKey: ImportKey }),
  permission: "source.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, ...fields }) {
    await mustHoldBearings(ctx, caseId, null, fields);
    const named = { ...newRecord(ctx, "source", "SO"), caseId, importKey, ...fields };
    const source = await ctx.write.insert(sources, named);
    // What it belongs to is an organisation from now on, if it was not before.
    if (fields.organisationId !== null) await recheckFindings(ctx, { sourceId: fields.organisationId });
    return recorded(source);
  },
});
