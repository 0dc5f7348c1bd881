import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countedBy } from "#lib/core/listing.ts";
import { query } from "#lib/core/query.ts";
import { testimonyList } from "../find/listing.ts";
import { testimonyFacets, testimonyFilters } from "../vocabulary.ts";

/** How many testimonies of a case have each value of one filter, under the other filters. */
export const countTestimoniesBy = query({
  name: "testimony.countBy",
  input: z.strictObject({ caseId: CaseId, by: z.object(testimonyFacets).keyof(), ...testimonyFilters }),
  permission: "testimony.read",
  caseOf: ({ caseId }) => caseId,
  run: (ctx, { caseId, by, ...filters }) => countedBy(ctx, testimonyList, caseId, by, filters),
});
