import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countedBy } from "#lib/core/listing.ts";
import { query } from "#lib/core/query.ts";
import { allegationFacets, allegationFilters, allegationList } from "../find/listings.ts";

/** How many allegations of a case have each value of one filter, under the other filters. */
export const countAllegationsBy = query({
  name: "allegation.countBy",
  input: z.strictObject({ caseId: CaseId, by: z.object(allegationFacets).keyof(), ...allegationFilters }),
  permission: "allegation.read",
  caseOf: ({ caseId }) => caseId,
  run: (ctx, { caseId, by, ...filters }) => countedBy(ctx, allegationList, caseId, by, filters),
});
