import { placements, testimonies, victims, witnesses } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { command } from "#lib/core/command.ts";
import { Reason } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findCaseRecord } from "#lib/records/find.ts";
import { recheckPlaced } from "#lib/corroboration/commands/recheck-finding.ts";
import { z } from "zod";
import { marksOf, mustExist } from "../find.ts";
import { Bits, PlacedId, placedNounOf } from "../vocabulary.ts";

/** The tables of what can be placed by itself. */
export const PLACED = { testimony: testimonies, witness: witnesses, victim: victims } as const;

/**
 * Puts a record into compartments, at once and with all that rests on it: protecting needs no second person. Whoever is
 * not cleared for them, the caller among them, does not see it from now on.
 */
export const placeRecord = command({
  name: "compartment.place",
  input: z.strictObject({ recordId: PlacedId, add: Bits.min(1), reason: Reason }),
  permission: "compartment.place",
  sight: "case.read",
  load: (ctx, { recordId }) => findCaseRecord(ctx, recordId),
  async run(ctx, { recordId, add, reason }, { caseId, version }) {
    await findOpenCase(ctx, caseId);
    await mustExist(ctx.read, add, "add");
    const noun = placedNounOf(recordId);
    const { own } = await marksOf(ctx.read, recordId);
    if (noun === null || (own | add) === own) throw new Conflict("compartment.is_there");
    const id = newId("placement");
    await ctx.write.insert(placements, {
      id,
      caseId,
      noun,
      recordId,
      before: own,
      after: own | add,
      reason,
      proposedAt: ctx.now,
      proposedBy: ctx.scope.accountId,
      approvedAt: ctx.now,
      approvedBy: ctx.scope.accountId,
      withdrawnAt: null,
      waitingKey: id,
    });
    await ctx.write.place({ table: PLACED[noun], id: recordId, caseId }, { own: own | add, lifted: 0 });
    await recheckPlaced(ctx, { noun, recordId });
    return {
      result: { id: recordId },
      entry: { object: { id: recordId, version }, detail: { before: own, after: own | add, reason } },
    };
  },
});
