import { contactPlans } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { personKey } from "#lib/core/person-key.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { maybeIdentity } from "#lib/vault/find/identities.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { z } from "zod";
import { planOf } from "../find/plans.ts";
import { filledIn, sealPlan } from "../rules/plan.ts";
import { PlanFields } from "../vocabulary.ts";

/**
 * Records how a person is contacted safely, under the key of that person. Neither the database nor a copy of it shows a word of it, and the log no more than
 * which fields were filled. A plan is never changed; the newest counts.
 */
export const setPlan = command({
  name: "contact.plan",
  input: PlanFields.extend({ witnessId: WitnessId, seen: z.number().int().min(0) }),
  permission: "consent.write",
  sight: "witness.read",
  secrets: Object.keys(PlanFields.shape),
  load: (ctx, { witnessId }) => findWitness(ctx, witnessId),
  async run(ctx, { witnessId, seen, ...plan }, witness) {
    mustStand(witness);
    const { caseId, version } = witness;
    if ((await maybeIdentity(ctx.read, witnessId))?.shreddedAt) throw new Conflict("vault.shredded");
    const before = await planOf(ctx, witnessId);
    if ((before?.number ?? 0) !== seen) throw new Conflict("contact.plan_moved_on");
    const place = { id: newId("contactPlan"), witnessId, number: seen + 1 };
    await ctx.write.insert(contactPlans, {
      ...place,
      caseId,
      sealed: sealPlan(personKey(ctx, caseId, witnessId), place, plan),
      recordedAt: ctx.now,
      recordedBy: ctx.scope.accountId,
    });
    return {
      result: { id: witnessId },
      entry: {
        object: { id: witnessId, version },
        detail: { planId: place.id, number: place.number, filled: filledIn(plan) },
      },
    };
  },
});
