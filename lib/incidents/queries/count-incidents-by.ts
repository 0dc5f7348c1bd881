import { z } from "zod";
import { incidents } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { entriesOf, facetOf } from "#lib/core/facet.ts";
import { query } from "#lib/core/query.ts";
import { facetColumn, filteredIncidents } from "../find/filtered.ts";
import { INCIDENT_FACETS, incidentFilters } from "../vocabulary.ts";

/** How many incidents of a case have each value of one filter, under the other filters. */
export const countIncidentsBy = query({
  name: "incident.countBy",
  input: z.strictObject({ caseId: CaseId, facet: z.enum(INCIDENT_FACETS), ...incidentFilters }),
  permission: "incident.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, facet, ...filters }) {
    const where = filteredIncidents(ctx, caseId, { ...filters, [facet]: undefined });
    const counts = await facetOf(ctx.read, incidents, facetColumn(ctx, facet), where);
    return facet === "violation" ? entriesOf(counts) : counts;
  },
});
