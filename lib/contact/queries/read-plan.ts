import { about } from "#lib/core/denials.ts";
import { OptionalNote } from "#lib/core/fields.ts";
import { query } from "#lib/core/query.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { maybeIdentity } from "#lib/vault/find/identities.ts";
import { wordsOf } from "#lib/vault/rules/sealing.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { z } from "zod";
import { planOf } from "../find/plans.ts";
import { mustHaveReason, openPlan } from "../rules/plan.ts";
import { PlanReason } from "../vocabulary.ts";

/**
 * The plan for safe contact itself, for a reason that stands in the log before anybody sees it; what is said of it in words is
 * sealed there, under a key that is destroyed with the identity of the witness.
 */
export const readPlan = query({
  name: "contact.readPlan",
  input: z.strictObject({
    witnessId: WitnessId,
    reason: PlanReason,
    why: OptionalNote.optional().default(null),
  }),
  permission: "contact.readPlan",
  isSensitive: true,
  async run(ctx, { witnessId, reason, why }) {
    const { id, version, caseId } = await findWitness(ctx, witnessId);
    return about({ id, version }, caseId, async () => {
      const given = mustHaveReason(reason, why);
      const row = await planOf(ctx, witnessId);
      if (row === null || (await maybeIdentity(ctx.read, witnessId))?.shreddedAt)
        throw new Conflict("contact.no_plan");
      const { number, recordedAt } = row;
      const plan = openPlan(ctx, row);
      return { witness: { id, version, caseId }, reason: given, number, recordedAt, plan };
    });
  },
  traceOf: ({ witness: { id, version, caseId }, reason }, { why }) => ({
    caseId,
    object: { id, version },
    reason,
    ...(why === null ? {} : { detail: { reason: why }, detailOf: wordsOf(id) }),
  }),
});
