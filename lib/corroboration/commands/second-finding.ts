import { z } from "zod";
import { findings } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended } from "#lib/core/outcome.ts";
import { answerColumns } from "../find/ceilings.ts";
import { factsOfFinding } from "../find/finding-facts.ts";
import { findFinding } from "../find/records.ts";
import { mustBeAllowed, whyNotSecond } from "../policy/finding.ts";
import { Asked, FindingId } from "../vocabulary.ts";
import { supersedeEarlier, tellAuthor } from "./approve-finding.ts";

/**
 * The second approval, by another human than the first, who has no conflict of interest either: the finding then stands, as
 * determined or as refuted.
 */
export const secondFinding = command({
  name: "finding.second",
  input: z.strictObject({ findingId: FindingId, version: RowVersion, conflict: Asked }),
  permission: "finding.review",
  load: (ctx, { findingId }) => findFinding(ctx, findingId),
  async run(ctx, { findingId, version, conflict }, finding) {
    const facts = await factsOfFinding(ctx.read, finding);
    const { humanId } = ctx.scope;
    mustBeAllowed(whyNotSecond(facts, finding, humanId, conflict));
    const after = await ctx.write.amend(findings, findingId, version, {
      ...answerColumns(facts.live),
      status: finding.conclusion === "refuted" ? "refuted" : "approved",
      secondHumanId: humanId,
      secondConflict: conflict,
      approvedAt: ctx.now,
      updatedAt: ctx.now,
    });
    await supersedeEarlier(ctx, after);
    await tellAuthor(ctx, after, "finding_approved");
    return amended(finding, after);
  },
});
