import { proceedings } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey } from "#lib/core/fields.ts";
import { newRecord, recorded, sortOf } from "#lib/core/outcome.ts";
import { mustHoldProceedingReferences } from "../find.ts";
import { familyOf, mustFitItsFamily } from "../rules.ts";
import { ProceedingFields } from "../vocabulary.ts";

/** Records a step of justice or of an inquiry, or what a body said, as it was reported. */
export const recordProceeding = command({
  name: "proceeding.record",
  input: ProceedingFields.extend({ caseId: CaseId, importKey: ImportKey }),
  permission: "proceeding.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, ...fields }) {
    mustFitItsFamily(fields);
    await mustHoldProceedingReferences(ctx, caseId, null, fields);
    const proceeding = await ctx.write.insert(proceedings, {
      ...newRecord(ctx, "proceeding", "PR"),
      caseId,
      importKey,
      ...fields,
      family: familyOf(fields.kind),
      heldSort: sortOf(fields.heldEdtf),
    });
    return recorded(proceeding);
  },
});
