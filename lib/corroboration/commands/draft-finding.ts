import { findings } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey } from "#lib/core/fields.ts";
import { newRecord, recorded } from "#lib/core/outcome.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { answerColumns } from "../find/ceilings.ts";
import { factsOfFacet, needsSecond } from "../find/finding-facts.ts";
import { findAllegation } from "../find/records.ts";
import { mustBeAllowed, whyNotDraft } from "../policy/finding.ts";
import { faultsOfStandard, FindingFields } from "../rules/entered-fields.ts";
import { FIRST_STATUS } from "../rules/finding-status.ts";
import { AllegationId, Facet } from "../vocabulary.ts";

/** Opens the next version of the finding of one facet, as a draft. */
export const draftFinding = command({
  name: "finding.draft",
  input: FindingFields.extend({ allegationId: AllegationId, facet: Facet, importKey: ImportKey }),
  permission: "finding.write",
  load: (ctx, { allegationId }) => findAllegation(ctx, allegationId),
  async run(ctx, { allegationId, facet, importKey = null, ...fields }, allegation) {
    await findOpenCase(ctx, allegation.caseId);
    const faults = faultsOfStandard(fields);
    if (faults.length > 0) throw new Invalid(faults);
    const facts = await factsOfFacet(ctx.read, allegation, facet);
    mustBeAllowed(whyNotDraft(facts));
    const finding = await ctx.write.insert(findings, {
      ...newRecord(ctx, "finding", "FI"),
      caseId: allegation.caseId,
      importKey,
      allegationId,
      facet,
      number: (facts.versions.at(-1)?.number ?? 0) + 1,
      status: FIRST_STATUS.draft,
      conclusion: "determined",
      ...fields,
      ...answerColumns(facts.live),
      needsSecond: needsSecond(facts, {
        facet,
        determination: fields.determination,
        conclusion: "determined",
      }),
      authorHumanId: ctx.scope.humanId,
    });
    return recorded(finding);
  },
});
