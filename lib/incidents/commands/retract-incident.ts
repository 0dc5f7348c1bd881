import { z } from "zod";
import { incidents } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { findIncident, mustHoldNoAllegation } from "../find.ts";
import { IncidentId } from "../vocabulary.ts";

/** Takes an incident back with a reason, once no allegation rests on it; nothing is deleted. */
export const retractIncident = command({
  name: "incident.retract",
  input: z.strictObject({ incidentId: IncidentId, version: RowVersion, reason: Reason }),
  permission: "incident.write",
  load: (ctx, { incidentId }) => findIncident(ctx, incidentId),
  async run(ctx, { incidentId, version, reason }, incident) {
    mustStand(incident);
    await mustHoldNoAllegation(ctx, incidentId);
    return retracted(await ctx.write.amend(incidents, incidentId, version, retraction(ctx, reason)), reason);
  },
});
