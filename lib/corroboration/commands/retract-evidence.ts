import { z } from "zod";
import { evidenceLinks } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { retracted, retraction } from "#lib/core/outcome.ts";
import { isWithdrawn } from "../find/material.ts";
import { findEvidenceLink } from "../find/records.ts";
import { mustBeAllowedOnLink, whyNotRetractLink } from "../policy/evidence.ts";
import { EvidenceLinkId } from "../vocabulary.ts";
import { recheckFindings } from "./recheck-finding.ts";

/** Takes a link back with a reason; it stays on record. A contradiction that still counts is resolved instead. */
export const retractEvidence = command({
  name: "evidence.retract",
  input: z.strictObject({ linkId: EvidenceLinkId, version: RowVersion, reason: Reason }),
  permission: "evidence.write",
  load: (ctx, { linkId }) => findEvidenceLink(ctx, linkId),
  async run(ctx, { linkId, version, reason }, link) {
    mustBeAllowedOnLink(whyNotRetractLink(link, await isWithdrawn(ctx.read, link.statementId)));
    const after = await ctx.write.amend(evidenceLinks, linkId, version, {
      ...retraction(ctx, reason),
      pairKey: `${link.pairKey}/${link.id}`,
    });
    await recheckFindings(ctx, { facets: [link] });
    return retracted(after, reason);
  },
});
