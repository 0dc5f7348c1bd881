import { z } from "zod";
import { findings } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended } from "#lib/core/outcome.ts";
import { blindReviewOf } from "#lib/core/blind-review.ts";
import { factsOfFinding } from "../find/finding-facts.ts";
import { findFinding } from "../find/records.ts";
import { mustBeAllowed, whyNotTake } from "../policy/finding.ts";
import { Asked, FindingId } from "../vocabulary.ts";

/**
 * Takes a submitted finding into review: who does so returns it or approves it. They are asked whether they have a conflict
 * of interest in the matter; anything but no refuses, and the no is kept.
 */
export const takeFinding = command({
  name: "finding.take",
  input: z.strictObject({ findingId: FindingId, version: RowVersion, conflict: Asked }),
  permission: "finding.review",
  load: (ctx, { findingId }) => findFinding(ctx, findingId),
  async run(ctx, { findingId, version, conflict }, finding) {
    const { humanId } = ctx.scope;
    mustBeAllowed(whyNotTake(await factsOfFinding(ctx.read, finding), finding, humanId, conflict));
    const blind = await blindReviewOf(ctx.read, finding.caseId);
    const after = await ctx.write.amend(findings, findingId, version, {
      status: "in_review",
      reviewerHumanId: humanId,
      reviewerConflict: conflict,
      reviewedAt: null,
      blindReview: blind?.isOn ?? false,
      updatedAt: ctx.now,
    });
    return amended(finding, after);
  },
});
