import { z } from "zod";
import { findings } from "#db/schema/index.ts";
import { tellWhoHas } from "#lib/assignments/commands/assign-record.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended } from "#lib/core/outcome.ts";
import { answerColumns } from "../find/ceilings.ts";
import { factsOfFinding } from "../find/finding-facts.ts";
import { findFinding } from "../find/records.ts";
import { mustBeAllowed, whyNotSubmit } from "../policy/finding.ts";
import { FindingId } from "../vocabulary.ts";

/** Hands a finding to the reviewers, once all that they must be able to rely on is there. */
export const submitFinding = command({
  name: "finding.submit",
  input: z.strictObject({ findingId: FindingId, version: RowVersion }),
  permission: "finding.write",
  load: (ctx, { findingId }) => findFinding(ctx, findingId),
  async run(ctx, { findingId, version }, finding) {
    const facts = await factsOfFinding(ctx.read, finding);
    mustBeAllowed(whyNotSubmit(facts, finding, ctx.scope.humanId));
    const after = await ctx.write.amend(findings, findingId, version, {
      ...answerColumns(facts.live),
      status: "submitted",
      submittedAt: ctx.now,
      updatedAt: ctx.now,
    });
    await tellWhoHas(ctx, finding.caseId, findingId);
    return amended(finding, after);
  },
});
