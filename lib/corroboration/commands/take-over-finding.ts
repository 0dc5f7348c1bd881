import { z } from "zod";
import { findings } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { newRecord, recorded } from "#lib/core/outcome.ts";
import { answerColumns } from "../find/ceilings.ts";
import { factsOfFinding } from "../find/finding-facts.ts";
import { authorIsHere } from "../find/mine.ts";
import { findFinding } from "../find/records.ts";
import { mustBeAllowed, whyNotTakeOver } from "../policy/finding.ts";
import { FIRST_STATUS } from "../rules/finding-status.ts";
import { FindingId } from "../vocabulary.ts";

/**
 * Goes on with the open finding of somebody who works on the case no more. Their version stays, withdrawn and with their
 * name; what it says is the draft of the next one, whose author is who took it over and who then reviews it no more.
 */
export const takeOverFinding = command({
  name: "finding.takeOver",
  input: z.strictObject({ findingId: FindingId, version: RowVersion }),
  permission: "finding.write",
  load: (ctx, { findingId }) => findFinding(ctx, findingId),
  async run(ctx, { findingId, version }, finding) {
    mustBeAllowed(whyNotTakeOver(finding, await authorIsHere(ctx, finding)));
    const facts = await factsOfFinding(ctx.read, finding);
    await ctx.write.amend(findings, findingId, version, { status: "withdrawn", updatedAt: ctx.now });
    const { caseId, allegationId, facet, conclusion, determination, standard, reasoning } = finding;
    const { contrarySearch, contrarySearchOn, contrarySearchResult, needsSecond } = finding;
    const next = await ctx.write.insert(findings, {
      ...newRecord(ctx, "finding", "FI"),
      caseId,
      allegationId,
      facet,
      conclusion,
      determination,
      standard,
      reasoning,
      contrarySearch,
      contrarySearchOn,
      contrarySearchResult,
      needsSecond,
      ...answerColumns(facts.live),
      number: (facts.versions.at(-1)?.number ?? 0) + 1,
      status: FIRST_STATUS.draft,
      authorHumanId: ctx.scope.humanId,
    });
    return recorded(next);
  },
});
