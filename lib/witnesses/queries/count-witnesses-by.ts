import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countedBy } from "#lib/core/listing.ts";
import { query } from "#lib/core/query.ts";
import { witnessList } from "../find/listing.ts";
import { witnessFacets, witnessFilters } from "../vocabulary.ts";

/** How many witnesses of a case have each value of one filter, under the other filters. */
export const countWitnessesBy = query({
  name: "witness.countBy",
  input: z.strictObject({ caseId: CaseId, by: z.object(witnessFacets).keyof(), ...witnessFilters }),
  permission: "witness.read",
  caseOf: ({ caseId }) => caseId,
  run: (ctx, { caseId, by, ...filters }) => countedBy(ctx, witnessList, caseId, by, filters),
});
