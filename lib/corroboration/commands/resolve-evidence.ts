import { z } from "zod";
import { contradictions, evidenceLinks } from "#db/schema/index.ts";
import { resolution, standingWithLink } from "#lib/contradictions/find/records.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { amended } from "#lib/core/outcome.ts";
import { partiesOfLinks } from "../find/link-parties.ts";
import { findEvidenceLink } from "../find/records.ts";
import { mustBeAllowedOnLink, whyNotResolveLink } from "../policy/evidence.ts";
import { EvidenceLinkId } from "../vocabulary.ts";
import { recheckFindings } from "./recheck-finding.ts";

/**
 * Resolves a contradiction with a reason. It stays on view and in every export; a level may rise by it, so a finding that
 * was approved in its face is opened for review again.
 */
export const resolveEvidence = command({
  name: "evidence.resolve",
  input: z.strictObject({ linkId: EvidenceLinkId, version: RowVersion, reason: Reason }),
  permission: "evidence.resolve",
  load: (ctx, { linkId }) => findEvidenceLink(ctx, linkId),
  async run(ctx, { linkId, version, reason }, link) {
    const { humanId } = ctx.scope;
    const partiesOf = await partiesOfLinks(ctx.read, [link]);
    mustBeAllowedOnLink(whyNotResolveLink(link, partiesOf(link), humanId));
    const after = await ctx.write.amend(evidenceLinks, linkId, version, {
      resolvedAt: ctx.now,
      resolutionReason: reason,
      resolvedByHumanId: humanId,
      updatedAt: ctx.now,
    });
    // The same contradiction between two statements is settled with it, in the same words.
    for (const one of await standingWithLink(ctx.read, linkId)) {
      await ctx.write.amend(contradictions, one.id, one.version, resolution(ctx, one, reason));
    }
    await recheckFindings(ctx, { facets: [link] });
    return amended(link, after, reason);
  },
});
