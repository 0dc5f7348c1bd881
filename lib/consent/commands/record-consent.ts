import { recipients, witnesses } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { findReference } from "#lib/core/find-record.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { z } from "zod";
import { writeAnswers } from "../acts.ts";
import { mustBeASitting, saidIn } from "../rules/answers.ts";
import { ConsentFields } from "../vocabulary.ts";

/**
 * Records what a person answered in one sitting, question by question. A narrowing and a no hold at once; what opens more than
 * was open waits for a second person (IIIM, scope of consent; Murad Code).
 */
export const recordConsent = command({
  name: "consent.record",
  input: ConsentFields.extend({ witnessId: WitnessId, seen: z.number().int().min(0) }),
  permission: "consent.write",
  sight: "witness.read",
  load: (ctx, { witnessId }) => findWitness(ctx, witnessId),
  async run(ctx, { witnessId, seen, ...fields }, witness) {
    mustStand(witness);
    mustBeASitting(fields, ctx.now);
    const { caseId, version } = witness;
    for (const id of fields.exclusions) await findReference(ctx, recipients, id, caseId, "recipient.read");
    if (fields.guardianId === witnessId) throw new Invalid([{ path: "guardianId", code: "own_guardian" }]);
    if (fields.guardianId !== null)
      await findReference(ctx, witnesses, fields.guardianId, caseId, "witness.read");
    const written = await writeAnswers(ctx, witness, seen, saidIn(fields));
    const waiting = written.filter(({ waitsForSecond }) => waitsForSecond).length;
    return {
      result: { id: witnessId, answers: written.length, waiting },
      entry: {
        object: { id: witnessId, version },
        detail: { answers: written.map(({ id }) => id), waiting },
      },
    };
  },
});
