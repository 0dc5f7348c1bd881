import { findings } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended } from "#lib/core/outcome.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { answerColumns } from "../find/ceilings.ts";
import { factsOfFinding, needsSecond } from "../find/finding-facts.ts";
import { findFinding } from "../find/records.ts";
import { mustBeAllowed, whyNotAmend } from "../policy/finding.ts";
import { faultsOfStandard, FindingFields } from "../rules/entered-fields.ts";
import { FindingId } from "../vocabulary.ts";

/** Writes on a draft, or on a version that was returned, by its author. What is written so determines; refuting is a reviewer's. */
export const amendFinding = command({
  name: "finding.amend",
  input: FindingFields.extend({ findingId: FindingId, version: RowVersion }),
  permission: "finding.write",
  load: (ctx, { findingId }) => findFinding(ctx, findingId),
  async run(ctx, { findingId, version, ...fields }, finding) {
    mustBeAllowed(whyNotAmend(finding, ctx.scope.humanId));
    const faults = faultsOfStandard(fields);
    if (faults.length > 0) throw new Invalid(faults);
    const facts = await factsOfFinding(ctx.read, finding);
    const concluded = {
      facet: finding.facet,
      determination: fields.determination,
      conclusion: "determined",
    } as const;
    const after = await ctx.write.amend(findings, findingId, version, {
      ...fields,
      ...answerColumns(facts.live),
      conclusion: concluded.conclusion,
      needsSecond: needsSecond(facts, concluded),
      updatedAt: ctx.now,
    });
    return amended(finding, after);
  },
});
