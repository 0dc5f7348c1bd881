import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countedBy } from "#lib/core/listing.ts";
import { query } from "#lib/core/query.ts";
import { victimList } from "../find/listing.ts";
import { victimFacets } from "../vocabulary.ts";

/** How many victims of a case have each value of one filter, under the other filters. */
export const countVictimsBy = query({
  name: "victim.countBy",
  input: z.strictObject({ caseId: CaseId, by: z.object(victimFacets).keyof(), ...victimFacets }),
  permission: "victim.read",
  caseOf: ({ caseId }) => caseId,
  run: (ctx, { caseId, by, ...filters }) => countedBy(ctx, victimList, caseId, by, filters),
});
