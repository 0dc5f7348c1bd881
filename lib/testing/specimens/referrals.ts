import { followUpReferral } from "#lib/referrals/commands/follow-up-referral.ts";
import { recordReferral } from "#lib/referrals/commands/record-referral.ts";
import { listReferrals } from "#lib/referrals/queries/list-referrals.ts";
import type { ReferralFields } from "#lib/referrals/vocabulary.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { aWitness } from "./witnesses.ts";

/** Help that was offered today, and accepted. */
export const referral = (world: World, changes: Partial<ReferralFields> = {}) => ({
  service: "medical" as const,
  outcome: "accepted" as const,
  supportPerson: "present" as const,
  referredTo: "health_service" as const,
  offeredOn: new Date(world.now()).toISOString().slice(0, 10),
  note: world.marked("an old wound"),
  ...changes,
});

/** Somebody who was referred. */
async function aReferral(world: World) {
  const { id: witnessId } = await aWitness(world);
  const { id: referralId } = await world.do("investigator", recordReferral, {
    ...referral(world),
    witnessId,
  });
  return { witnessId, referralId };
}

export const referralSpecimens: Specimens = {
  commands: [
    {
      command: recordReferral,
      as: "investigator",
      async input(world) {
        const { id: witnessId } = await aWitness(world);
        return { ...referral(world), witnessId };
      },
    },
    {
      command: followUpReferral,
      as: "protection_officer",
      async input(world) {
        const { referralId } = await aReferral(world);
        return { referralId, version: 1, followUp: "reached", note: world.marked("they were seen") };
      },
    },
  ],
  queries: [
    {
      query: listReferrals,
      as: "protection_officer",
      async input(world) {
        const { witnessId } = await aReferral(world);
        return { witnessId, page: {} };
      },
      showsMarker: true,
    },
  ],
};
