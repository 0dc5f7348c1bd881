import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countedBy } from "#lib/core/listing.ts";
import { query } from "#lib/core/query.ts";
import { mediaList } from "../find/listing.ts";
import { mediaFacets, mediaFilters } from "../vocabulary.ts";

/** How many media items of a case have each value of one filter, under the other filters. */
export const countMediaBy = query({
  name: "media.countBy",
  input: z.strictObject({ caseId: CaseId, by: z.object(mediaFacets).keyof(), ...mediaFilters }),
  permission: "media.read",
  caseOf: ({ caseId }) => caseId,
  run: (ctx, { caseId, by, ...filters }) => countedBy(ctx, mediaList, caseId, by, filters),
});
