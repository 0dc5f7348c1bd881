import { emergencyAccesses } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findEmergency } from "../find.ts";
import { overAt } from "../rules.ts";
import { EmergencyId } from "../vocabulary.ts";

/** Closes a case again before its time is over: whoever opened it, or whoever watches over it and finds no emergency. */
export const endEmergency = command({
  name: "emergency.end",
  input: z.strictObject({ emergencyId: EmergencyId, version: RowVersion }),
  permission: "emergency.end",
  sight: "emergency.end",
  load: (ctx, { emergencyId }) => findEmergency(ctx, emergencyId),
  async run(ctx, { emergencyId, version }, emergency) {
    const { accountId, caseId } = emergency;
    const watches = ctx.scope.roleFor("emergency.review", caseId) !== null;
    if (accountId !== ctx.scope.accountId && !watches) throw new Refused("emergency.of_another");
    if (overAt(emergency) <= ctx.now) throw new Conflict("emergency.over");
    const after = await ctx.write.amend(emergencyAccesses, emergencyId, version, { endedAt: ctx.now });
    const object = { id: emergencyId, version: after.version };
    return { result: object, entry: { object } };
  },
});
