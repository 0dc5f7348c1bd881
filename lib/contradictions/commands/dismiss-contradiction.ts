import { z } from "zod";
import { contradictions } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { amended } from "#lib/core/outcome.ts";
import { findContradiction, partiesOf } from "../find/records.ts";
import { mustBeAllowedOn, whyNotDismiss } from "../policy/contradiction.ts";
import { keyOfSettled } from "../rules/pair.ts";
import { ContradictionId } from "../vocabulary.ts";

/** Says with a reason that what was proposed is no contradiction. It stays on record, and is asked anew once one of the two says otherwise. */
export const dismissContradiction = command({
  name: "contradiction.dismiss",
  input: z.strictObject({ contradictionId: ContradictionId, version: RowVersion, reason: Reason }),
  permission: "contradiction.resolve",
  load: (ctx, { contradictionId }) => findContradiction(ctx, contradictionId),
  async run(ctx, { version, reason }, one) {
    const { humanId } = ctx.scope;
    mustBeAllowedOn(whyNotDismiss(one, await partiesOf(ctx.read, one), humanId));
    const after = await ctx.write.amend(contradictions, one.id, version, {
      state: "dismissed",
      decidedAt: ctx.now,
      decidedByHumanId: humanId,
      decisionReason: reason,
      pairKey: keyOfSettled(one),
      updatedAt: ctx.now,
    });
    return amended(one, after, reason);
  },
});
