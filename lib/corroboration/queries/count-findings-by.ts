import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countedBy } from "#lib/core/listing.ts";
import { query } from "#lib/core/query.ts";
import { findingFacets, findingFilters, findingList } from "../find/listings.ts";

/** How many findings of a case have each value of one filter, under the other filters. */
export const countFindingsBy = query({
  name: "finding.countBy",
  input: z.strictObject({ caseId: CaseId, by: z.object(findingFacets).keyof(), ...findingFilters }),
  permission: "finding.read",
  caseOf: ({ caseId }) => caseId,
  run: (ctx, { caseId, by, ...filters }) => countedBy(ctx, findingList, caseId, by, filters),
});
