import { z } from "zod";
import { evidenceLinks } from "#db/schema/index.ts";
import { proposeContradictions } from "#lib/contradictions/commands/compare-statement.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { amended } from "#lib/core/outcome.ts";
import { findEvidenceLink, findStatement } from "../find/records.ts";
import { mustBeAllowedOnLink, whyNotAmendLink } from "../policy/evidence.ts";
import { EvidenceLinkId, Stance } from "../vocabulary.ts";
import { recheckFindings } from "./recheck-finding.ts";

/** Changes a link's stance and rationale, by its author. A contradiction stays one. */
export const amendEvidence = command({
  name: "evidence.amend",
  input: z.strictObject({ linkId: EvidenceLinkId, version: RowVersion, stance: Stance, rationale: Reason }),
  permission: "evidence.write",
  load: (ctx, { linkId }) => findEvidenceLink(ctx, linkId),
  async run(ctx, { linkId, version, stance, rationale }, link) {
    mustBeAllowedOnLink(whyNotAmendLink(link, ctx.scope.humanId, stance));
    const after = await ctx.write.amend(evidenceLinks, linkId, version, {
      stance,
      rationale,
      updatedAt: ctx.now,
    });
    await recheckFindings(ctx, { facets: [link] });
    await proposeContradictions(ctx, await findStatement(ctx, link.statementId));
    return amended(link, after);
  },
});
