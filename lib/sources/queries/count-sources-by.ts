import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countedBy } from "#lib/core/listing.ts";
import { query } from "#lib/core/query.ts";
import { sourceList } from "../find/listing.ts";
import { sourceFacets } from "../vocabulary.ts";

/** How many sources of a case have each value of one filter, under the other filters. */
export const countSourcesBy = query({
  name: "source.countBy",
  input: z.strictObject({ caseId: CaseId, by: z.object(sourceFacets).keyof(), ...sourceFacets }),
  permission: "source.read",
  caseOf: ({ caseId }) => caseId,
  run: (ctx, { caseId, by, ...filters }) => countedBy(ctx, sourceList, caseId, by, filters),
});
