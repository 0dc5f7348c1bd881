import { z } from "zod";
import { blindReviews } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { blindReviewOf } from "#lib/core/blind-review.ts";

/**
 * Says whether reviewers of a case grade the evidence of a finding before they see what its author concluded. It counts from now
 * on, also for what waits for a review already; a review that began blind ends so, and what was graded stays.
 */
export const setBlindReview = command({
  name: "case.setBlindReview",
  input: z.strictObject({ caseId: CaseId, isOn: z.boolean() }),
  permission: "case.amend",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, isOn }, caseFile) {
    const said = { isOn, setAt: ctx.now, setBy: ctx.scope.accountId };
    const before = await blindReviewOf(ctx.read, caseId);
    await (before === null
      ? ctx.write.insert(blindReviews, { id: newId("blindReview"), caseId, ...said })
      : ctx.write.amend(blindReviews, before.id, before.version, said));
    const detail = { before: { blindFirstReview: before?.isOn ?? false }, after: { blindFirstReview: isOn } };
    return { result: { id: caseId }, entry: { object: { id: caseId, version: caseFile.version }, detail } };
  },
});
