import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { decidedIn } from "../find/decided.ts";

/** What the caller has decided on the review screen of a case and not put on record yet, in the order of deciding, and what was typed. */
export const reviewDecided = query({
  name: "review.decided",
  input: z.strictObject({ caseId: CaseId }),
  permission: "finding.review",
  caseOf: ({ caseId }) => caseId,
  run: (ctx, { caseId }) => decidedIn(ctx, caseId),
});
