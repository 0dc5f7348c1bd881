import { z } from "zod";
import { findings } from "#db/schema/index.ts";
import { command, type RunContext } from "#lib/core/command.ts";
import { Note, Reason, RowVersion } from "#lib/core/fields.ts";
import { amended, newRecord } from "#lib/core/outcome.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { answerColumns } from "../find/ceilings.ts";
import { type FacetFacts, factsOfFinding, needsSecond } from "../find/finding-facts.ts";
import { type Finding, findFinding } from "../find/records.ts";
import { mustBeAllowed, whyNotResolve, whyNotWithdraw } from "../policy/finding.ts";
import { DeterminationFields, faultsOfStandard } from "../rules/entered-fields.ts";
import { FIRST_STATUS } from "../rules/finding-status.ts";
import { Asked, FindingId } from "../vocabulary.ts";
import { supersedeEarlier } from "./approve-finding.ts";

const settled = { findingId: FindingId, version: RowVersion, reason: Reason };
/** Who writes a new version is its first approver, and is asked what a reviewer is asked. */
const decided = { ...settled, conflict: Asked };
/** A new version with a level, a new version that refutes, or none. */
const Resolution = z.discriminatedUnion("outcome", [
  DeterminationFields.extend({ ...decided, outcome: z.literal("approved") }),
  z.strictObject({ ...decided, outcome: z.literal("refuted"), reasoning: Note }),
  z.strictObject({ ...settled, outcome: z.literal("withdrawn") }),
]);

/**
 * Settles a contested finding, by a reviewer who did not approve it: as its first approver of the next version, or by
 * withdrawing it. The contested version stays as it is until the new one stands, which may need a second approver.
 */
export const resolveFinding = command({
  name: "finding.resolve",
  input: Resolution,
  permission: "finding.review",
  load: (ctx, { findingId }) => findFinding(ctx, findingId),
  async run(ctx, input, finding) {
    const facts = await factsOfFinding(ctx.read, finding);
    const { humanId } = ctx.scope;
    const { findingId, version, reason } = input;
    if (input.outcome === "withdrawn") {
      mustBeAllowed(whyNotWithdraw(facts, finding, humanId, reason));
      const changes = { status: "withdrawn" as const, comment: reason, updatedAt: ctx.now };
      return amended(finding, await ctx.write.amend(findings, findingId, version, changes), reason);
    }
    const concluded = conclude(input);
    const faults = faultsOfStandard(concluded);
    if (faults.length > 0) throw new Invalid(faults);
    const { determination: level, standard, reasoning } = concluded;
    const refuting = concluded.conclusion === "refuted";
    mustBeAllowed(
      whyNotResolve(facts, finding, humanId, {
        refuting,
        reason,
        conflict: input.conflict,
        concluded: { level, standard, reasoning },
      }),
    );
    // Noted on the contested version, so that a page read before is stale and two reviewers cannot settle it at once.
    await ctx.write.amend(findings, findingId, version, { comment: reason, updatedAt: ctx.now });
    const next = await writeNext(ctx, facts, finding, { ...concluded, reviewerConflict: input.conflict });
    return amended(finding, next, reason);
  },
});

function conclude(input: Exclude<z.output<typeof Resolution>, { outcome: "withdrawn" }>) {
  const { reasoning } = input;
  if (input.outcome === "refuted") {
    return { conclusion: "refuted", determination: 0, standard: "none", reasoning } as const;
  }
  return {
    conclusion: "determined",
    determination: input.determination,
    standard: input.standard,
    reasoning,
  } as const;
}

/** The next version: written by the resolver, who is its first approver; its author stays who drafted the finding. */
async function writeNext(
  ctx: RunContext,
  facts: FacetFacts,
  contested: Finding,
  concluded: ReturnType<typeof conclude> & { reviewerConflict: Asked },
): Promise<Finding> {
  const { caseId, allegationId, facet, authorHumanId } = contested;
  const { contrarySearch, contrarySearchOn, contrarySearchResult } = contested;
  const second = needsSecond(facts, { facet, ...concluded });
  const next = await ctx.write.insert(findings, {
    ...newRecord(ctx, "finding", "FI"),
    caseId,
    allegationId,
    facet,
    authorHumanId,
    contrarySearch,
    contrarySearchOn,
    contrarySearchResult,
    ...concluded,
    ...answerColumns(facts.live),
    number: (facts.versions.at(-1)?.number ?? 0) + 1,
    status: second ? FIRST_STATUS.resolution : "approved",
    needsSecond: second,
    submittedAt: ctx.now,
    reviewerHumanId: ctx.scope.humanId,
    reviewedAt: ctx.now,
    approvedAt: second ? null : ctx.now,
  });
  if (!second) await supersedeEarlier(ctx, next);
  return next;
}
