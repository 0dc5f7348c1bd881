import { contactTalks, recipients } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { findReference } from "#lib/core/find-record.ts";
import { newId } from "#lib/core/ids.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { beginOf, mustHaveBeen } from "../rules/talks.ts";
import { TalkFields } from "../vocabulary.ts";
import { mustBeWanted } from "./use-permit.ts";

/**
 * Records that a person was talked to about one recipient, and whether they agreed: who said "ask me first" is released to
 * nobody without it (IIIM, scope of consent). A talk is never changed; the last one counts. Who wants no contact is not talked to.
 */
export const recordTalk = command({
  name: "talk.record",
  input: TalkFields.extend({ witnessId: WitnessId }),
  permission: "consent.write",
  sight: "witness.read",
  load: (ctx, { witnessId }) => findWitness(ctx, witnessId),
  async run(ctx, { witnessId, recipientId, talkedOn, agrees, howReached, note }, witness) {
    const { caseId, version } = witness;
    const consents = agrees === "yes";
    // A no is heard also of somebody whose record was taken back.
    if (consents) mustStand(witness);
    mustStand(await findReference(ctx, recipients, recipientId, caseId, "recipient.read"));
    mustHaveBeen(talkedOn, witness, ctx.now);
    await mustBeWanted(ctx, witnessId, { day: talkedOn, throughAsked: howReached === "through_somebody" });
    const talk = await ctx.write.insert(contactTalks, {
      id: newId("contactTalk"),
      caseId,
      witnessId,
      recipientId,
      talkedAt: beginOf(talkedOn),
      consents,
      howReached,
      note,
      recordedAt: ctx.now,
      recordedBy: ctx.scope.accountId,
    });
    return {
      result: { id: witnessId },
      entry: { object: { id: witnessId, version }, detail: { talkId: talk.id, recipientId, consents } },
    };
  },
});
