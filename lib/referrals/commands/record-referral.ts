import { referrals } from "#db/schema/index.ts";
import { ledgerOf } from "#lib/consent/find/ledger.ts";
import { asGateKnows } from "#lib/consent/rules/answers.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { heldTogether, mustBeAllowed } from "../rules.ts";
import { ReferralFields } from "../vocabulary.ts";

/**
 * Records what help was offered to a person and what became of it (Murad Code: referral pathways, a support person, nobody
 * pressed), also to somebody who was taken back: help has no conditions. What was accepted waits to be followed up.
 */
export const recordReferral = command({
  name: "referral.record",
  input: ReferralFields.extend({ witnessId: WitnessId }),
  permission: "referral.write",
  sight: "witness.read",
  load: (ctx, { witnessId }) => findWitness(ctx, witnessId),
  async run(ctx, { witnessId, ...entered }, witness) {
    const { caseId, ageBand } = witness;
    const fields = heldTogether(entered, ctx.now);
    const ledger = (await ledgerOf(ctx.read, witnessId)).map(asGateKnows);
    mustBeAllowed(fields, { id: witnessId, ageBand, ledger }, ctx.now);
    const referral = await ctx.write.insert(referrals, {
      id: newId("referral"),
      caseId,
      witnessId,
      ...fields,
      recordedAt: ctx.now,
      recordedBy: ctx.scope.accountId,
      followUp: fields.outcome === "accepted" ? "waiting" : null,
      followUpNote: null,
      followedUpAt: null,
      followedUpBy: null,
    });
    return {
      result: { id: referral.id },
      // Of the referral and not of the person, whose history is everybody's in the case.
      entry: { object: { id: referral.id, version: referral.version }, detail: { witnessId, ...fields } },
    };
  },
});
