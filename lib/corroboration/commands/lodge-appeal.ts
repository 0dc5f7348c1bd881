import { z } from "zod";
import { appeals } from "#db/schema/index.ts";
import { humansWith } from "#lib/accounts/find.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { command, type RunContext } from "#lib/core/command.ts";
import { Note, OptionalLine } from "#lib/core/fields.ts";
import { asTold, type NoticeKind, tell } from "#lib/core/notices.ts";
import { newRecord, recorded } from "#lib/core/outcome.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { factsOfFinding } from "../find/finding-facts.ts";
import { type AppealRow, appealsOver, involvedIn } from "../find/panels.ts";
import { findFinding } from "../find/records.ts";
import { whyNotAppeal } from "../policy/appeal.ts";
import { mustBeAllowed } from "../policy/finding.ts";
import { hashOfInputs } from "../rules/inputs-hash.ts";
import { AppealGround, FindingId } from "../vocabulary.ts";

/**
 * Appeals against an approved version on one ground. Its author may, and whoever answers for the law or for the people concerned;
 * the evidence as it is now is kept with it, so that the same ground is heard again on other evidence alone.
 */
export const lodgeAppeal = command({
  name: "appeal.lodge",
  input: z.strictObject({
    findingId: FindingId,
    ground: AppealGround,
    /** Which ground it is, where none of the list fits. */
    groundWords: OptionalLine,
    reasons: Note,
  }),
  permission: "appeal.lodge",
  sight: "finding.read",
  load: (ctx, { findingId }) => findFinding(ctx, findingId),
  async run(ctx, { findingId, ground, groundWords, reasons }, finding) {
    await findOpenCase(ctx, finding.caseId);
    if (ground === "other" && groundWords === null)
      throw new Invalid([{ path: "groundWords", code: "required" }]);
    const facts = await factsOfFinding(ctx.read, finding);
    const inputsHash = hashOfInputs(facts.live.evidence);
    const against = (await appealsOver(ctx.read, finding)).filter((one) => one.findingId === findingId);
    mustBeAllowed(whyNotAppeal(finding, ctx.scope, against, { ground, inputsHash }));
    const appeal = await ctx.write.insert(appeals, {
      ...newRecord(ctx, "appeal", "AP"),
      caseId: finding.caseId,
      findingId,
      ground,
      groundWords: ground === "other" ? groundWords : null,
      reasons,
      appellantHumanId: ctx.scope.humanId,
      inputsHash,
      state: "lodged",
    });
    const seniors = await humansWith(ctx, finding.caseId, ["appeal.hear"]);
    const involved = await involvedIn(ctx, finding, appeal);
    const mayHear = seniors.filter((human) => !involved.includes(human));
    await tellOfAppeal(ctx, appeal, [finding.authorHumanId, ...mayHear], "appeal_lodged");
    return recorded(appeal);
  },
});

/** Tells people of an appeal, at the finding that it is about. */
export const tellOfAppeal = (
  ctx: RunContext,
  { caseId, findingId }: Pick<AppealRow, "caseId" | "findingId">,
  to: readonly string[],
  kind: Extract<NoticeKind, "appeal_lodged" | "appeal_decided">,
) => tell(asTold(ctx), { to, kind, caseId, noun: "finding", recordId: findingId });
