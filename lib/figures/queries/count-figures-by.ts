import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countedBy } from "#lib/core/listing.ts";
import { query } from "#lib/core/query.ts";
import { figureList } from "../find/listing.ts";
import { figureFacets, figureFilters } from "../vocabulary.ts";

/** How many figures of a case have each value of one filter, under the other filters. */
export const countFiguresBy = query({
  name: "figure.countBy",
  input: z.strictObject({ caseId: CaseId, by: z.object(figureFacets).keyof(), ...figureFilters }),
  permission: "figure.read",
  caseOf: ({ caseId }) => caseId,
  run: (ctx, { caseId, by, ...filters }) => countedBy(ctx, figureList, caseId, by, filters),
});
