import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countedBy } from "#lib/core/listing.ts";
import { query } from "#lib/core/query.ts";
import { incidentList } from "../find/listing.ts";
import { incidentFacets, incidentFilters } from "../vocabulary.ts";

/** How many incidents of a case have each value of one filter, under the other filters. */
export const countIncidentsBy = query({
  name: "incident.countBy",
  input: z.strictObject({ caseId: CaseId, by: z.object(incidentFacets).keyof(), ...incidentFilters }),
  permission: "incident.read",
  caseOf: ({ caseId }) => caseId,
  run: (ctx, { caseId, by, ...filters }) => countedBy(ctx, incidentList, caseId, by, filters),
});
