import { and, eq, inArray, ne } from "drizzle-orm";
import { z } from "zod";
import { findings } from "#db/schema/index.ts";
import { command, type RunContext } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { asTold, tell } from "#lib/core/notices.ts";
import { amended } from "#lib/core/outcome.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { gradeBy } from "../find/appeals.ts";
import { hiddenAmong } from "#lib/core/blind-review.ts";
import { answerColumns } from "../find/ceilings.ts";
import { factsOfFinding, needsSecond } from "../find/finding-facts.ts";
import { type Finding, findFinding } from "../find/records.ts";
import { mustBeAllowed, whyNotApprove } from "../policy/finding.ts";
import { FINDING_TRANSITIONS } from "../rules/finding-status.ts";
import { FindingId } from "../vocabulary.ts";

/**
 * Approves a finding as its author wrote it, at or below the level that the evidence allows at this moment. Where an error
 * would harm most, a second reviewer must confirm it before it stands. Who graded the evidence first, and otherwise, says why they
 * approve this.
 */
export const approveFinding = command({
  name: "finding.approve",
  input: z.strictObject({
    findingId: FindingId,
    version: RowVersion,
    /** Why the reviewer approves another level or standard than they had found before they saw it. */
    reason: Reason.optional(),
  }),
  permission: "finding.review",
  load: (ctx, { findingId }) => findFinding(ctx, findingId),
  async run(ctx, { findingId, version, reason }, finding) {
    const facts = await factsOfFinding(ctx.read, finding);
    const { humanId } = ctx.scope;
    const hidden = await hiddenAmong(ctx, [findingId]);
    mustBeAllowed(whyNotApprove(facts, finding, humanId, hidden.has(findingId)));
    const grade = await gradeBy(ctx.read, findingId, humanId);
    const isOther = grade !== undefined && differs(grade, finding);
    if (isOther && reason === undefined) throw new Invalid([{ path: "reason", code: "difference_to_grade" }]);
    const second = needsSecond(facts, finding);
    const after = await ctx.write.amend(findings, findingId, version, {
      ...answerColumns(facts.live),
      status: second ? "first_approved" : "approved",
      needsSecond: second,
      reviewedAt: ctx.now,
      approvedAt: second ? null : ctx.now,
      differenceReason: isOther ? (reason ?? null) : null,
      updatedAt: ctx.now,
    });
    if (!second) await supersedeEarlier(ctx, after);
    if (!second) await tellAuthor(ctx, after, "finding_approved");
    return amended(finding, after, isOther ? reason : undefined);
  },
});

const differs = (
  grade: { level: number; standard: string },
  { determination, standard }: Pick<Finding, "determination" | "standard">,
): boolean => grade.level !== determination || grade.standard !== standard;

/** Tells the author of a finding what was decided on it. */
export const tellAuthor = (
  ctx: RunContext,
  { authorHumanId, caseId, id }: Pick<Finding, "authorHumanId" | "caseId" | "id">,
  kind: "finding_returned" | "finding_approved" | "finding_contested",
) => tell(asTold(ctx), { to: [authorHumanId], kind, caseId, noun: "finding", recordId: id });

/** The versions that stood before one that stands now: they stay readable, and never change again. */
export async function supersedeEarlier(ctx: RunContext, standing: Finding): Promise<void> {
  const earlier = await ctx.read
    .select({ id: findings.id, version: findings.version })
    .from(findings)
    .where(
      and(
        eq(findings.allegationId, standing.allegationId),
        eq(findings.facet, standing.facet),
        ne(findings.id, standing.id),
        inArray(findings.status, [...FINDING_TRANSITIONS.supersede.from]),
      ),
    );
  for (const { id, version } of earlier) {
    await ctx.write.amend(findings, id, version, { status: "superseded", updatedAt: ctx.now });
  }
}
