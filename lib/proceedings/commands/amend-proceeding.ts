import { proceedings } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand, sortOf } from "#lib/core/outcome.ts";
import { findProceeding, mustHoldProceedingReferences } from "../find.ts";
import { familyOf, mustFitItsFamily } from "../rules.ts";
import { ProceedingFields, ProceedingId } from "../vocabulary.ts";

/** Changes what is recorded of a proceeding or a response; the former values stay in the log. */
export const amendProceeding = command({
  name: "proceeding.amend",
  input: ProceedingFields.extend({ proceedingId: ProceedingId, version: RowVersion }),
  permission: "proceeding.write",
  load: (ctx, { proceedingId }) => findProceeding(ctx, proceedingId),
  async run(ctx, { proceedingId, version, ...fields }, proceeding) {
    mustStand(proceeding);
    mustFitItsFamily(fields);
    await mustHoldProceedingReferences(ctx, proceeding.caseId, proceedingId, fields);
    const after = await ctx.write.amend(proceedings, proceedingId, version, {
      ...fields,
      family: familyOf(fields.kind),
      heldSort: sortOf(fields.heldEdtf),
      updatedAt: ctx.now,
    });
    return amended(proceeding, after);
  },
});
