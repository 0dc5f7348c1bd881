import { referrals } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { FollowUpFields, ReferralId } from "../vocabulary.ts";

/** Records what became of a referral that was accepted. What is over stays so. */
export const followUpReferral = command({
  name: "referral.followUp",
  input: FollowUpFields.extend({ referralId: ReferralId, version: RowVersion }),
  permission: "referral.write",
  load: (ctx, { referralId }) => findRecord(ctx, referrals, referralId),
  async run(ctx, { referralId, version, followUp, note }, before) {
    if (before.followUp === null) throw new Conflict("referral.nothing_to_follow");
    if (before.followUp === "over") throw new Conflict("referral.over");
    const after = await ctx.write.amend(referrals, referralId, version, {
      followUp,
      followUpNote: note,
      followedUpAt: ctx.now,
      followedUpBy: ctx.scope.accountId,
    });
    return {
      result: { id: referralId, version: after.version },
      entry: {
        object: { id: referralId, version: after.version },
        detail: {
          witnessId: before.witnessId,
          before: { followUp: before.followUp, note: before.followUpNote },
          after: { followUp, note },
        },
      },
    };
  },
});
