import { blindGrades } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { hiddenAmong } from "#lib/core/blind-review.ts";
import { findFinding } from "../find/records.ts";
import { mustBeAllowed, whyNotGrade } from "../policy/finding.ts";
import { DeterminationFields, faultsOfStandard } from "../rules/entered-fields.ts";
import { FindingId } from "../vocabulary.ts";

/**
 * What a reviewer finds of the evidence before they see what its author concluded. It is their own, kept with the version and never
 * changed; from then on both are shown to them, side by side.
 */
export const gradeBlind = command({
  name: "finding.gradeBlind",
  input: DeterminationFields.extend({ findingId: FindingId }),
  permission: "finding.review",
  load: (ctx, { findingId }) => findFinding(ctx, findingId),
  async run(ctx, { findingId, determination: level, standard, reasoning }, finding) {
    const { humanId } = ctx.scope;
    const hidden = await hiddenAmong(ctx, [findingId]);
    mustBeAllowed(whyNotGrade(finding, humanId, hidden.has(findingId)));
    const faults = faultsOfStandard({ determination: level, standard });
    if (faults.length > 0) throw new Invalid(faults);
    const grade = { level, standard, reasoning };
    const { caseId, code, version } = finding;
    await ctx.write.insert(blindGrades, {
      id: newId("blindGrade"),
      caseId,
      findingId,
      humanId,
      ...grade,
      gradedAt: ctx.now,
    });
    const object = { id: findingId, version };
    return { result: { id: findingId, code, version }, entry: { object, detail: { after: grade } } };
  },
});
