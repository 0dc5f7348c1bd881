import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countedBy } from "#lib/core/listing.ts";
import { query } from "#lib/core/query.ts";
import { proceedingList } from "../find/listing.ts";
import { proceedingFacets, proceedingFilters } from "../vocabulary.ts";

/** How many proceedings and responses of a case have each value of one filter, under the other filters. */
export const countProceedingsBy = query({
  name: "proceeding.countBy",
  input: z.strictObject({ caseId: CaseId, by: z.object(proceedingFacets).keyof(), ...proceedingFilters }),
  permission: "proceeding.read",
  caseOf: ({ caseId }) => caseId,
  run: (ctx, { caseId, by, ...filters }) => countedBy(ctx, proceedingList, caseId, by, filters),
});
