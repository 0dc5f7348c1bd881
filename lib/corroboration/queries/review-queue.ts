import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { waitingCount, waitingFindings, waitingTestimonies } from "../find/waiting.ts";

/**
 * What waits for this reviewer, oldest first: submitted testimonies, and findings to take up, to decide on, to confirm or
 * to settle. Only what they may act on: not their own, no interview that they led or interpreted, nothing they linked.
 */
export const reviewQueue = query({
  name: "review.queue",
  input: z.strictObject({ caseId: CaseId.optional(), page: PageInput }),
  permission: "finding.review",
  async run(ctx, { caseId, page }) {
    const texts = await waitingTestimonies(ctx, caseId, page);
    const judgements = await waitingFindings(ctx, caseId, page);
    const backwards = page.before !== undefined;
    const rows = [...texts, ...judgements]
      .toSorted((a, b) => (a.at - b.at || (a.id < b.id ? -1 : 1)) * (backwards ? -1 : 1))
      .slice(0, page.size + 1);
    return {
      ...paged(page, rows, (row) => ({ key: row.at, id: row.id })),
      total: await waitingCount(ctx, caseId),
    };
  },
});
