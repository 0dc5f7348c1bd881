import { z } from "zod";
import { findings } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { amended } from "#lib/core/outcome.ts";
import { factsOfFinding } from "../find/finding-facts.ts";
import { findFinding } from "../find/records.ts";
import { mustBeAllowed, whyNotReturn } from "../policy/finding.ts";
import { FindingId } from "../vocabulary.ts";
import { tellAuthor } from "./approve-finding.ts";

/** Gives a finding back to its author with a comment; a second reviewer who does not agree does the same. */
export const returnFinding = command({
  name: "finding.return",
  input: z.strictObject({ findingId: FindingId, version: RowVersion, comment: Reason }),
  permission: "finding.review",
  load: (ctx, { findingId }) => findFinding(ctx, findingId),
  async run(ctx, { findingId, version, comment }, finding) {
    const facts = await factsOfFinding(ctx.read, finding);
    mustBeAllowed(whyNotReturn(facts, finding, ctx.scope.humanId, comment));
    const changes = { status: "returned" as const, comment, reviewedAt: ctx.now, updatedAt: ctx.now };
    const after = await ctx.write.amend(findings, findingId, version, changes);
    await tellAuthor(ctx, after, "finding_returned");
    return amended(finding, after);
  },
});
