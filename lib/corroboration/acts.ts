/** What follows from the decision of a panel, in its transaction. */
import { findings } from "#db/schema/index.ts";
import type { RunContext } from "#lib/core/command.ts";
import { newRecord } from "#lib/core/outcome.ts";
import { supersedeEarlier, tellAuthor } from "./commands/approve-finding.ts";
import { tellOfAppeal } from "./commands/lodge-appeal.ts";
import { answerColumns } from "./find/ceilings.ts";
import { type FacetFacts, factsOfFinding, needsSecond } from "./find/finding-facts.ts";
import type { AppealRow } from "./find/panels.ts";
import type { Finding } from "./find/records.ts";
import { FIRST_STATUS } from "./rules/finding-status.ts";
import { REMANDED } from "./rules/recheck.ts";

/**
 * Carries out what a panel decided: the version stands, the panel's own takes its place, or it is contested and goes back to its
 * author as a draft.
 */
export async function carryOut(ctx: RunContext, appeal: AppealRow, finding: Finding): Promise<void> {
  const facts = await factsOfFinding(ctx.read, finding);
  if (appeal.state === "varied") {
    const next = await writeNext(ctx, facts, finding, byPanel(ctx, facts, appeal, finding));
    await supersedeEarlier(ctx, next);
  }
  if (appeal.state === "remanded") {
    // A contested version waits for what follows it; a refuted one stays as it is until then.
    if (finding.status === "approved") {
      const contested = { status: "contested" as const, contestReason: REMANDED, updatedAt: ctx.now };
      await ctx.write.amend(findings, finding.id, finding.version, contested);
      await tellAuthor(ctx, finding, "finding_contested");
    }
    // A version that is being written already is the one it is sent back to.
    if (!facts.open) await writeNext(ctx, facts, finding, sentBack(facts, appeal, finding));
  }
  const panel = [appeal.firstHumanId, appeal.secondHumanId].filter((human) => human !== null);
  await tellOfAppeal(
    ctx,
    appeal,
    [appeal.appellantHumanId, finding.authorHumanId, ...panel],
    "appeal_decided",
  );
}

/** The version that a panel sets: its author stays who drafted the finding, and both members approve it. */
function byPanel(ctx: RunContext, facts: FacetFacts, appeal: AppealRow, { facet }: Finding) {
  const concluded = {
    conclusion: "determined",
    determination: appeal.firstDetermination,
    standard: appeal.firstStandard ?? "none",
    reasoning: [appeal.firstReasons, appeal.secondReasons].join("\n\n"),
  } as const;
  return {
    ...concluded,
    appealId: appeal.id,
    status: "approved",
    needsSecond: needsSecond(facts, { facet, ...concluded }),
    reviewerHumanId: appeal.firstHumanId,
    reviewerConflict: appeal.firstConflict,
    reviewedAt: appeal.firstVotedAt,
    secondHumanId: appeal.secondHumanId,
    secondConflict: appeal.secondConflict,
    approvedAt: ctx.now,
  } as const;
}

/** The draft that goes back to the author, with the words of the version that was appealed against. */
function sentBack(facts: FacetFacts, appeal: AppealRow, finding: Finding) {
  const { facet, determination, standard, reasoning } = finding;
  const concluded = { conclusion: "determined", determination, standard, reasoning } as const;
  return {
    ...concluded,
    appealId: appeal.id,
    status: FIRST_STATUS.draft,
    needsSecond: needsSecond(facts, { facet, ...concluded }),
  } as const;
}

function writeNext(
  ctx: RunContext,
  facts: FacetFacts,
  {
    caseId,
    allegationId,
    facet,
    authorHumanId,
    contrarySearch,
    contrarySearchOn,
    contrarySearchResult,
  }: Finding,
  next: ReturnType<typeof byPanel> | ReturnType<typeof sentBack>,
): Promise<Finding> {
  return ctx.write.insert(findings, {
    ...newRecord(ctx, "finding", "FI"),
    caseId,
    allegationId,
    facet,
    authorHumanId,
    contrarySearch,
    contrarySearchOn,
    contrarySearchResult,
    number: (facts.versions.at(-1)?.number ?? 0) + 1,
    ...answerColumns(facts.live),
    ...next,
  });
}
