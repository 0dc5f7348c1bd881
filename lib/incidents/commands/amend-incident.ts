import { incidents } from "#db/schema/index.ts";
import { takesFindings } from "#lib/codebook/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand, sortOf } from "#lib/core/outcome.ts";
import { findIncident, mustHoldNoFindingButACount, mustHoldParentIncident } from "../find.ts";
import { IncidentFields, IncidentId } from "../vocabulary.ts";

/** Changes what is recorded of an incident; the former values stay in the log. */
export const amendIncident = command({
  name: "incident.amend",
  input: IncidentFields.extend({ incidentId: IncidentId, version: RowVersion }),
  permission: "incident.write",
  load: (ctx, { incidentId }) => findIncident(ctx, incidentId),
  async run(ctx, { incidentId, version, ...fields }, incident) {
    mustStand(incident);
    await mustHoldParentIncident(ctx, incident.caseId, incidentId, fields.parentId);
    if (!takesFindings(fields.recordKind)) await mustHoldNoFindingButACount(ctx, incidentId);
    const changes = { ...fields, occurredSort: sortOf(fields.occurredEdtf), updatedAt: ctx.now };
    return amended(incident, await ctx.write.amend(incidents, incidentId, version, changes));
  },
});
