import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countedBy } from "#lib/core/listing.ts";
import { query } from "#lib/core/query.ts";
import { actorList } from "../find/listing.ts";
import { actorFacets } from "../vocabulary.ts";

/** How many actors of a case have each value of one filter, under the other filters. */
export const countActorsBy = query({
  name: "actor.countBy",
  input: z.strictObject({ caseId: CaseId, by: z.object(actorFacets).keyof(), ...actorFacets }),
  permission: "actor.read",
  caseOf: ({ caseId }) => caseId,
  run: (ctx, { caseId, by, ...filters }) => countedBy(ctx, actorList, caseId, by, filters),
});
