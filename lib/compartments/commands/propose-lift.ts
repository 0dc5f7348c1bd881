import { placements } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { command } from "#lib/core/command.ts";
import { Reason } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findCaseRecord } from "#lib/records/find.ts";
import { z } from "zod";
import { isWaiting, marksOf } from "../find.ts";
import { Bits, PlacedId, placedNounOf } from "../vocabulary.ts";

/**
 * Asks for a record to be taken out of compartments. It opens to more people, so a second person decides
 * (`compartment.approveLift`); what is proposed is bound to the compartments as they are now.
 */
export const proposeLift = command({
  name: "compartment.proposeLift",
  input: z.strictObject({ recordId: PlacedId, remove: Bits.min(1), reason: Reason }),
  permission: "compartment.lift",
  sight: "case.read",
  isSensitive: true,
  load: (ctx, { recordId }) => findCaseRecord(ctx, recordId),
  async run(ctx, { recordId, remove, reason }, { caseId, version }) {
    await findOpenCase(ctx, caseId);
    const noun = placedNounOf(recordId);
    const { own } = await marksOf(ctx.read, recordId);
    if (noun === null || (own & remove) !== remove) throw new Conflict("compartment.is_not_there");
    if (await isWaiting(ctx.read, recordId)) throw new Conflict("compartment.lift_waits");
    const placement = await ctx.write.insert(placements, {
      id: newId("placement"),
      caseId,
      noun,
      recordId,
      before: own,
      after: own & ~remove,
      reason,
      proposedAt: ctx.now,
      proposedBy: ctx.scope.accountId,
      approvedAt: null,
      approvedBy: null,
      withdrawnAt: null,
      waitingKey: recordId,
    });
    return {
      result: { id: placement.id, version: placement.version },
      entry: { object: { id: recordId, version }, detail: { before: own, after: own & ~remove, reason } },
    };
  },
});
