import { eq } from "drizzle-orm";
import { z } from "zod";
import { contradictions, evidenceLinks } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { amended } from "#lib/core/outcome.ts";
import { resolveEvidence } from "#lib/corroboration/commands/resolve-evidence.ts";
import { findContradiction, partiesOf, resolution } from "../find/records.ts";
import { mustBeAllowedOn, whyNotResolve } from "../policy/contradiction.ts";
import { ContradictionId } from "../vocabulary.ts";

/**
 * Settles a contradiction that stands, with a reason. The link by which one of the two contradicts a facet is resolved in the
 * same words, and what was approved in its face is opened for review again.
 */
export const resolveContradiction = command({
  name: "contradiction.resolve",
  input: z.strictObject({ contradictionId: ContradictionId, version: RowVersion, reason: Reason }),
  permission: "contradiction.resolve",
  load: (ctx, { contradictionId }) => findContradiction(ctx, contradictionId),
  async run(ctx, { version, reason }, one) {
    mustBeAllowedOn(whyNotResolve(one, await partiesOf(ctx.read, one), ctx.scope.humanId));
    const after = await ctx.write.amend(contradictions, one.id, version, resolution(ctx, one, reason));
    const [link] = await ctx.read
      .select()
      .from(evidenceLinks)
      .where(eq(evidenceLinks.id, one.evidenceLinkId ?? ""));
    if (link && link.retractedAt === null && link.resolvedAt === null)
      await ctx.run(resolveEvidence, { linkId: link.id, version: link.version, reason });
    return amended(one, after, reason);
  },
});
