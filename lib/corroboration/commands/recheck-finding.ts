import { eq } from "drizzle-orm";
import { z } from "zod";
import { allegations, findings } from "#db/schema/index.ts";
import type { PlacedNoun } from "#lib/compartments/vocabulary.ts";
import { command, type RunContext } from "#lib/core/command.ts";
import { type Change, facetKey, facetsTouchedBy } from "../find/affected-facets.ts";
import { answerColumns, ceilingsOf, type LiveCeiling } from "../find/ceilings.ts";
import { factsOfFinding } from "../find/finding-facts.ts";
import { type FacetLinks, linksOfFacets } from "../find/link-facts.ts";
import { type Finding, findFinding } from "../find/records.ts";
import { watchedFindings } from "../find/watched.ts";
import { hashOfInputs } from "../rules/inputs-hash.ts";
import { contestedBy, contradictionsIn, mayBeStored } from "../rules/recheck.ts";
import { FACETS, FindingId } from "../vocabulary.ts";

/**
 * Computes one finding's ceiling again. An approved finding that no longer holds becomes contested, by a rule's id; a
 * version still being written or reviewed keeps the new answer. Done in the name of whoever changed the evidence, so it
 * asks for what every member of a case may do.
 */
export const recheckFinding = command({
  name: "finding.recheck",
  input: z.strictObject({ findingId: FindingId }),
  permission: "finding.contest",
  load: (ctx, { findingId }) => findFinding(ctx, findingId),
  async run(ctx, { findingId }, finding) {
    const facts = await factsOfFinding(ctx.read, finding);
    const { live, tookPart } = facts;
    const rule = ruleAgainst(finding, live, facts);
    const answer = answerColumns(live);
    const contest = rule === null ? null : ({ status: "contested", contestReason: rule } as const);
    const changes = contest ?? (mayBeStored(finding, live.ceiling, tookPart) ? answer : null);
    const after = changes
      ? await ctx.write.amend(findings, findingId, finding.version, { ...changes, updatedAt: ctx.now })
      : finding;
    const { id, code, version, status } = after;
    // Why, in the keys and ids of the explanation: what tied the origins, what contradicts, what is too weak.
    const detail = { ...answer, why: live.ceiling.reasons };
    const entry = { object: { id, version }, ...(rule === null ? {} : { rules: [rule] }), detail };
    return { result: { id, code, version, status }, entry };
  },
});

/**
 * Rechecks every finding that a change may have moved, in the transaction of the change. To be called by each command
 * that records, changes or retracts evidence, statements, ties, grades, or what statements are cut from, that accepts
 * another text of a testimony, or takes its consent back. Also of findings in compartments that the caller is not cleared for:
 * an act that stopped there would tell of them.
 * @param change what was changed; call it after the write
 */
export async function recheckFindings(ctx: RunContext, change: Change): Promise<void> {
  const watched = await watchedFindings(ctx.read, await facetsTouchedBy(ctx.read, change));
  if (watched.length === 0) return;
  const live = await ceilingsOf(ctx.read, watched);
  const linksOf = await linksOfFacets(ctx.read, watched);
  for (const finding of watched) {
    const now = live.get(facetKey(finding));
    if (now && isMoved(finding, now, linksOf(finding)))
      await ctx.runOn(recheckFinding, { findingId: finding.id }, finding);
  }
}

/** The same after records went into compartments or out: a level takes in what is in those of its allegation. */
export async function recheckPlaced(
  ctx: RunContext,
  { noun, recordId }: { noun: PlacedNoun; recordId: string },
): Promise<void> {
  if (noun === "testimony") return recheckFindings(ctx, { testimonyId: recordId });
  if (noun === "witness") return recheckFindings(ctx, { witnessId: recordId });
  const of = await ctx.read
    .select({ allegationId: allegations.id })
    .from(allegations)
    .where(eq(allegations.victimId, recordId));
  await recheckFindings(ctx, { facets: of.flatMap(({ allegationId }) => facetsOf(allegationId)) });
}

/** All facets of an allegation. */
export const facetsOf = (allegationId: string) => FACETS.map((facet) => ({ allegationId, facet }));

function ruleAgainst(finding: Finding, { ceiling }: LiveCeiling, { links, tookPart }: FacetLinks) {
  if (finding.status !== "approved") return null;
  const { approvedAt, reviewerHumanId, secondHumanId } = finding;
  const approvers = [reviewerHumanId, secondHumanId].filter((human) => human !== null);
  return contestedBy(
    finding,
    { ...ceiling, contradictions: contradictionsIn(ceiling) },
    {
      // What was linked since was not what anybody approved.
      textChanged: links.some(
        ({ stands, text, createdAt }) => stands && text === "changed" && createdAt <= (approvedAt ?? 0),
      ),
      approverTookPart: tookPart.some(({ humanId }) => humanId !== null && approvers.includes(humanId)),
    },
  );
}

function isMoved(finding: Finding, live: LiveCeiling, links: FacetLinks): boolean {
  if (finding.status === "approved") return ruleAgainst(finding, live, links) !== null;
  return finding.inputsHash !== hashOfInputs(live.evidence);
}
