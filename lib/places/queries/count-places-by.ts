import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countedBy } from "#lib/core/listing.ts";
import { query } from "#lib/core/query.ts";
import { placeList } from "../find/listing.ts";
import { placeFacets } from "../vocabulary.ts";

/** How many places of a case have each value of one filter, under the other filters. */
export const countPlacesBy = query({
  name: "place.countBy",
  input: z.strictObject({ caseId: CaseId, by: z.object(placeFacets).keyof(), ...placeFacets }),
  permission: "place.read",
  caseOf: ({ caseId }) => caseId,
  run: (ctx, { caseId, by, ...filters }) => countedBy(ctx, placeList, caseId, by, filters),
});
