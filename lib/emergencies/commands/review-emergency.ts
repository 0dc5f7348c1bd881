import { emergencyAccesses } from "#db/schema/index.ts";
import { maybeHumanOf } from "#lib/accounts/find.ts";
import { command } from "#lib/core/command.ts";
import { Note, RowVersion } from "#lib/core/fields.ts";
import { asTold, tell } from "#lib/core/notices.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { admittersOf, findEmergency } from "../find.ts";
import { overAt } from "../rules.ts";
import { EmergencyId, VERDICTS } from "../vocabulary.ts";

/**
 * What a second person found: whether the glass was rightly broken, and why they think so. Humans are compared, not accounts; and
 * who put somebody on call does not judge them, or one person could make up another and agree with themselves.
 * It is for what is over, so that nothing is looked at after it was judged.
 */
export const reviewEmergency = command({
  name: "emergency.review",
  input: z.strictObject({
    emergencyId: EmergencyId,
    version: RowVersion,
    verdict: z.enum(VERDICTS),
    note: Note,
  }),
  permission: "emergency.review",
  isSensitive: true,
  load: (ctx, { emergencyId }) => findEmergency(ctx, emergencyId),
  async run(ctx, { emergencyId, version, verdict, note }, emergency) {
    const { caseId, accountId } = emergency;
    const opener = await maybeHumanOf(ctx, accountId);
    const parties = [opener, ...(await admittersOf(ctx, caseId, accountId))];
    if (parties.includes(ctx.scope.humanId)) throw new Refused("emergency.second_person");
    if (emergency.reviewedAt !== null) throw new Conflict("emergency.reviewed");
    if (overAt(emergency) > ctx.now) throw new Conflict("emergency.still_open");
    const after = await ctx.write.amend(emergencyAccesses, emergencyId, version, {
      reviewedAt: ctx.now,
      reviewedBy: ctx.scope.accountId,
      verdict,
      reviewNote: note,
    });
    if (opener !== null) {
      const told = { kind: "emergency_reviewed", noun: "emergency", recordId: emergencyId, caseId } as const;
      await tell(asTold(ctx), { to: [opener], ...told });
    }
    const object = { id: emergencyId, version: after.version };
    const entry = { object, reason: verdict, rules: ["emergency.second_person"], detail: { note } };
    return { result: object, entry };
  },
});
