import { z } from "zod";
import { query } from "#lib/core/query.ts";
import { findIncident, parentIncident, partsOfIncident } from "../find.ts";
import { IncidentId } from "../vocabulary.ts";

/** One incident with what it is part of and what is part of it. */
export const readIncident = query({
  name: "incident.read",
  input: z.strictObject({ incidentId: IncidentId }),
  permission: "incident.read",
  async run(ctx, { incidentId }) {
    const incident = await findIncident(ctx, incidentId);
    return {
      ...incident,
      parent: await parentIncident(ctx, incident.parentId),
      parts: await partsOfIncident(ctx, incidentId),
      may: {
        write: incident.retractedAt === null && ctx.scope.roleFor("incident.write", incident.caseId) !== null,
      },
    };
  },
});
