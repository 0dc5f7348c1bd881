import { command } from "#lib/core/command.ts";
import { OptionalNote } from "#lib/core/fields.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { z } from "zod";
import { writeAnswers } from "../acts.ts";
import { ledgerOf } from "../find/ledger.ts";
import { asGateKnows, takenBack } from "../rules/answers.ts";
import { mayBeTakenBack } from "../rules/withdrawal.ts";
import { CELL_KEYS, CellKey } from "../vocabulary.ts";

/**
 * Takes consent back, for some questions or for all: at once, by one person, without a reason (Murad Code). Also of somebody who
 * was retracted as a record: a no is never refused.
 */
export const withdrawConsent = command({
  name: "consent.withdraw",
  input: z.strictObject({
    witnessId: WitnessId,
    seen: z.number().int().min(0),
    /** Which questions; null for all. */
    cells: z.array(CellKey).min(1).max(CELL_KEYS.length).nullable(),
    note: OptionalNote.optional().default(null),
  }),
  permission: "consent.write",
  sight: "witness.read",
  load: (ctx, { witnessId }) => findWitness(ctx, witnessId),
  async run(ctx, { witnessId, seen, cells, note }, witness) {
    const ledger = (await ledgerOf(ctx.read, witnessId)).map(asGateKnows);
    const taken = mayBeTakenBack(ledger, cells);
    if (taken.length === 0) throw new Conflict("consent.nothing_to_withdraw");
    const said = taken.map((cell) => takenBack(cell, ctx.now, note));
    const written = await writeAnswers(ctx, witness, seen, said);
    return {
      result: { id: witnessId, answers: written.length },
      entry: {
        object: { id: witnessId, version: witness.version },
        detail: { answers: written.map(({ id }) => id) },
      },
    };
  },
});
