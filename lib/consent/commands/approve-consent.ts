import { ledgerAnswers } from "#db/schema/index.ts";
import { maybeHumanOf } from "#lib/accounts/find.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { z } from "zod";
import { followLedger } from "../acts.ts";
import { ConsentAnswerId } from "../vocabulary.ts";

/** The second person's yes to an answer that opens more than was open. What they approve is the answer as it was recorded. */
export const approveConsent = command({
  name: "consent.approve",
  input: z.strictObject({ answerId: ConsentAnswerId, version: RowVersion }),
  permission: "consent.approve",
  sight: "witness.read",
  load: (ctx, { answerId }) => findRecord(ctx, ledgerAnswers, answerId, "witness.read"),
  async run(ctx, { answerId, version }, answer) {
    mustStand(await findWitness(ctx, answer.witnessId));
    if (!answer.waitsForSecond) throw new Conflict("consent.does_not_wait");
    if ((await maybeHumanOf(ctx, answer.recordedBy)) === ctx.scope.humanId)
      throw new Refused("consent.second_person");
    const after = await ctx.write.amend(ledgerAnswers, answerId, version, {
      waitsForSecond: false,
      approvedAt: ctx.now,
      approvedBy: ctx.scope.accountId,
    });
    await followLedger(ctx, answer.witnessId);
    return {
      result: { id: answer.witnessId },
      entry: {
        object: { id: answerId, version: after.version },
        rules: ["consent.second_person"],
        detail: { witnessId: answer.witnessId, number: answer.number },
      },
    };
  },
});
