import { riskEvents } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { RiskEventFields } from "../vocabulary.ts";

/**
 * Records that something happened which may put a person, or everybody in the case, at a new risk: an arrest, a leak, the return of
 * a unit. From this moment what was assessed and agreed before it lets nothing leave, until it is looked at again and the person is
 * asked again. Also of somebody who was retracted as a record: it only ever closes.
 */
export const reportRiskEvent = command({
  name: "risk.report",
  input: RiskEventFields.extend({ witnessId: WitnessId }),
  permission: "risk.write",
  sight: "witness.read",
  load: (ctx, { witnessId }) => findWitness(ctx, witnessId),
  async run(ctx, { witnessId, everybody, ...fields }, witness) {
    if (Date.parse(`${fields.happenedOn}T00:00:00Z`) > ctx.now)
      throw new Invalid([{ path: "happenedOn", code: "in_the_future" }]);
    const row = await ctx.write.insert(riskEvents, {
      ...fields,
      id: newId("riskEvent"),
      caseId: witness.caseId,
      witnessId: everybody ? null : witnessId,
      recordedAt: ctx.now,
      recordedBy: ctx.scope.accountId,
    });
    return {
      result: { id: row.id },
      entry: { object: { id: witnessId, version: witness.version }, detail: { ...fields, everybody } },
    };
  },
});
