import { allegations } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey } from "#lib/core/fields.ts";
import { newRecord, recorded, sortOf } from "#lib/core/outcome.ts";
import { mustHoldAllegationReferences } from "../find/records.ts";
import { AllegationFields } from "../rules/entered-fields.ts";

/** Records one alleged act of an incident: who did what to whom, where and when (HURIDOCS Events Standard Formats). */
export const recordAllegation = command({
  name: "allegation.record",
  input: AllegationFields.extend({ caseId: CaseId, importKey: ImportKey }),
  permission: "allegation.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, ...fields }) {
    await mustHoldAllegationReferences(ctx, caseId, fields);
    const allegation = await ctx.write.insert(allegations, {
      ...newRecord(ctx, "allegation", "AL"),
      caseId,
      importKey,
      ...fields,
      occurredSort: sortOf(fields.occurredEdtf),
    });
    return recorded(allegation);
  },
});
