import { riskAssessments } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { z } from "zod";
import { assessmentsOf } from "../find.ts";
import { endOf, levelOf, mustBeTimely } from "../rules.ts";
import { RiskFields } from "../vocabulary.ts";

/**
 * Records what threatens a person (OHCHR Manual on Human Rights Monitoring, protection). It takes the place of what was assessed
 * before, and with that of what suspended it; what is done against the risk is looked at again each time.
 */
export const assessRisk = command({
  name: "risk.assess",
  /** `seen` is the number of the newest assessment that whoever records has seen, 0 for none. */
  input: RiskFields.extend({ witnessId: WitnessId, seen: z.number().int().min(0) }),
  permission: "risk.write",
  sight: "witness.read",
  load: (ctx, { witnessId }) => findWitness(ctx, witnessId),
  async run(ctx, { witnessId, seen, validOn, ...fields }, witness) {
    mustStand(witness);
    mustBeTimely({ validOn }, ctx.now);
    const last = (await assessmentsOf(ctx.read, [witnessId])).get(witnessId)?.at(-1)?.number ?? 0;
    if (last !== seen) throw new Conflict("risk.moved_on");
    const row = await ctx.write.insert(riskAssessments, {
      ...fields,
      id: newId("riskAssessment"),
      caseId: witness.caseId,
      witnessId,
      number: last + 1,
      assessedAt: ctx.now,
      validUntil: endOf(validOn),
      recordedBy: ctx.scope.accountId,
    });
    return {
      result: { id: row.id, level: levelOf(row) },
      entry: { object: { id: witnessId, version: witness.version }, detail: { ...fields, validOn } },
    };
  },
});
