import { z } from "zod";
import { allegations, contradictions } from "#db/schema/index.ts";
import { command, type RunContext } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { findReference } from "#lib/core/find-record.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { Conflict, Invalid, Refused } from "#lib/core/refusals.ts";
import { recordEvidence } from "#lib/corroboration/commands/record-evidence.ts";
import { AllegationId, Facet } from "#lib/corroboration/vocabulary.ts";
import { mustNotBeOpen } from "../find/open.ts";
import { type Contradiction, findContradiction, liveLink, partiesOf } from "../find/records.ts";
import { mustBeAllowedOn, whyNotDecide, whyNotDismiss } from "../policy/contradiction.ts";
import { mustNameBoth, mustNameSide } from "../rules/facet-named.ts";
import { keyOfPair } from "../rules/pair.ts";
import { ContradictionId, ContradictionSide } from "../vocabulary.ts";

/**
 * Says that a contradiction stands, whether it matters, and which of the two speaks against a facet of an allegation. That one
 * is then linked as contradicting it, in the same act: the level of the facet is weighed with it until it is resolved. Where neither
 * does, somebody says so whose words or work it is not about.
 */
export const decideContradiction = command({
  name: "contradiction.decide",
  input: z.strictObject({
    contradictionId: ContradictionId,
    version: RowVersion,
    material: z.enum(["yes", "no"]),
    /** On which facet of which allegation; both or neither. */
    allegationId: AllegationId.nullable(),
    facet: Facet.nullable(),
    /** One of the two where a facet is in question. */
    against: ContradictionSide.default("neither"),
    reason: Reason,
  }),
  permission: "contradiction.write",
  load: (ctx, { contradictionId }) => findContradiction(ctx, contradictionId),
  async run(ctx, { version, material, allegationId, facet, against, reason }, one) {
    mustBeAllowedOn(whyNotDecide(one));
    mustNameBoth({ allegationId, facet });
    mustNameSide({ against, facet: facet ?? one.facet });
    const parties = await partiesOf(ctx.read, one);
    // What weighs against nothing, or no more where it was named, is as good as dismissed there.
    const isMoved = one.facet !== null && (one.facet !== facet || one.allegationId !== allegationId);
    if (against === "neither" || isMoved) mustBeAllowedOn(whyNotDismiss(one, parties, ctx.scope.humanId));
    if (allegationId !== null)
      mustStand(await findReference(ctx, allegations, allegationId, one.caseId, "allegation.read"));
    const pairKey = keyOfPair(one, { allegationId, facet });
    if (pairKey !== one.pairKey) await mustNotBeOpen(ctx.read, one.caseId, pairKey);
    const evidenceLinkId =
      against === "neither" ? null : await linkAgainst(ctx, one, { allegationId, facet, against, reason });
    const after = await ctx.write.amend(contradictions, one.id, version, {
      state: "standing",
      material: material === "yes",
      allegationId,
      facet,
      pairKey,
      against,
      evidenceLinkId,
      decidedAt: ctx.now,
      decidedByHumanId: ctx.scope.humanId,
      decisionReason: reason,
      updatedAt: ctx.now,
    });
    return amended(one, after, reason);
  },
});

interface Against {
  allegationId: string | null;
  facet: Facet | null;
  against: "statement" | "other";
  reason: string;
}

/** The link by which the one that speaks against the facet contradicts it: as it is there, or made now. */
async function linkAgainst(
  ctx: RunContext,
  one: Contradiction,
  { allegationId, facet, against, reason }: Against,
) {
  if (allegationId === null || facet === null)
    throw new Invalid([{ path: "allegationId", code: "required" }]);
  const statementId = against === "statement" ? one.statementId : one.otherStatementId;
  const link = await liveLink(ctx.read, { statementId, allegationId, facet });
  // A statement is linked to a facet in one sense only; whoever linked it says that it has another.
  if (link !== null && link.stance !== "contradict") throw new Conflict("contradiction.linked_otherwise");
  if (link !== null && link.resolvedAt !== null) throw new Conflict("contradiction.link_resolved");
  if (link !== null) return link.id;
  if (ctx.scope.roleFor("evidence.write", one.caseId) === null)
    throw new Refused("contradiction.link_needs_writer");
  const { links } = await ctx.run(recordEvidence, {
    caseId: one.caseId,
    statementId,
    allegationId,
    facets: [facet],
    stance: "contradict",
    rationale: reason,
  });
  return links[0]?.id ?? null;
}
