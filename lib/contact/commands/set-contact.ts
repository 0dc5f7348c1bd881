import { contactRules } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { z } from "zod";
import { contactOf } from "../find/contact.ts";
import { heldTogether, isNarrowing } from "../rules/contact.ts";
import { ContactFields } from "../vocabulary.ts";

/**
 * Records whether and how a person wants to be contacted again (Murad Code; Eurojust and ICC guidelines, 2022). Less than before
 * is recorded by whoever heard it; more by a protection officer.
 */
export const setContact = command({
  name: "contact.set",
  input: ContactFields.extend({ witnessId: WitnessId, seen: z.number().int().min(0) }),
  permission: "consent.write",
  sight: "witness.read",
  load: (ctx, { witnessId }) => findWitness(ctx, witnessId),
  async run(ctx, { witnessId, seen, ...fields }, witness) {
    const { caseId, version } = witness;
    const said = heldTogether(fields);
    const before = await contactOf(ctx, witnessId);
    if (before.number !== seen) throw new Conflict("contact.moved_on");
    if (!isNarrowing(before, said)) {
      mustStand(witness);
      if (ctx.scope.roleFor("contact.permit", caseId) === null) throw new Refused("contact.wider");
    }
    const row = await ctx.write.insert(contactRules, {
      id: newId("contactRule"),
      caseId,
      witnessId,
      number: seen + 1,
      ...said,
      recordedAt: ctx.now,
      recordedBy: ctx.scope.accountId,
    });
    return {
      result: { id: witnessId },
      entry: {
        object: { id: witnessId, version },
        detail: { before: { mode: before.mode }, after: { mode: row.mode }, reason: row.reason },
      },
    };
  },
});
