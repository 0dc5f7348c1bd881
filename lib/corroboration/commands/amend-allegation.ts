import { allegations } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand, sortOf } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findAllegation, isConsidered, mustHoldAllegationReferences } from "../find/records.ts";
import { isAnotherAct } from "../rules/allegation-act.ts";
import { facetsOf, recheckFindings } from "./recheck-finding.ts";
import { AllegationFields } from "../rules/entered-fields.ts";
import { AllegationId } from "../vocabulary.ts";

/** Changes an allegation. Once a finding of it is under review or stands, the act itself may not become another. */
export const amendAllegation = command({
  name: "allegation.amend",
  input: AllegationFields.extend({ allegationId: AllegationId, version: RowVersion }),
  permission: "allegation.write",
  load: (ctx, { allegationId }) => findAllegation(ctx, allegationId),
  async run(ctx, { allegationId, version, ...fields }, allegation) {
    mustStand(allegation);
    await mustHoldAllegationReferences(ctx, allegation.caseId, fields);
    if (isAnotherAct(allegation, fields) && (await isConsidered(ctx, allegationId))) {
      throw new Conflict("allegation.has_findings");
    }
    const changes = { ...fields, occurredSort: sortOf(fields.occurredEdtf), updatedAt: ctx.now };
    const after = await ctx.write.amend(allegations, allegationId, version, changes);
    // A victim in a compartment takes the allegation along, and its level takes in what is in the same.
    await recheckFindings(ctx, { facets: facetsOf(allegationId) });
    return amended(allegation, after);
  },
});
