/** Conditions on a finding, as sentences. The page shows their answers; the commands enforce the same ones. */
import { Conflict, Refused } from "#lib/core/refusals.ts";
import type { Scope } from "#lib/core/scope.ts";
import type { FacetFacts } from "../find/finding-facts.ts";
import type { Finding } from "../find/records.ts";
import {
  FAULTS_OF_CONCLUSION,
  type Determination,
  refusalsToApprove,
  refusalsToChallenge,
  refusalsToConfirm,
  refusalsToResolve,
  refusalsToReturn,
  refusalsToSubmit,
  refusalsToTakeOver,
  refusalsToTakeUp,
  refusalsToWithdraw,
  type ReviewParties,
} from "../rules/finding-guards.ts";
import { dutiesAgainst } from "../rules/four-eyes.ts";
import { hashOfInputs } from "../rules/inputs-hash.ts";
import { Asked, DeterminationLevel } from "../vocabulary.ts";

/** The id of the first rule that stands against it, or null when nothing does. */
export type WhyNot = string | null;

/** Rules about who somebody is, not about the state of the record: their no is a denial and is logged as one. */
const PERSONAL = new Set([
  "finding.not_the_author",
  "finding.not_that_reviewer",
  "finding.reviewer_is_author",
  "finding.reviewer_is_interviewer",
  "finding.reviewer_is_interpreter",
  "finding.reviewer_has_conflict",
  "finding.approver_made_link",
  "finding.approver_on_panel",
  "finding.second_is_first",
  "finding.resolver_is_approver",
  "appeal.appellant_not_entitled",
  "appeal.panel_is_not_two",
  "appeal.panel_not_senior",
  "appeal.panel_was_involved",
  "appeal.panel_has_conflict",
  "appeal.not_on_panel",
]);

/** @throws Refused when the rule is about the person; Conflict when it is about the record */
export function mustBeAllowed(rule: WhyNot): void {
  if (rule === null) return;
  throw PERSONAL.has(rule) ? new Refused(rule) : new Conflict(rule);
}

/** A facet gets a new version when none is being written, none waits for its contest to be settled, and it takes one. */
export function whyNotDraft({
  allegation,
  takesFinding,
  open,
  standing,
}: Pick<FacetFacts, "allegation" | "takesFinding" | "open" | "standing">): WhyNot {
  if (allegation.retractedAt !== null) return "record.retracted";
  if (!takesFinding) return "finding.incident_takes_count_only";
  if (open) return "finding.open_version_exists";
  return standing?.status === "contested" ? "finding.contested_waits_for_review" : null;
}

/** Only its author writes a draft, or one that was returned. */
export function whyNotAmend({ status, authorHumanId }: Finding, humanId: string): WhyNot {
  if (status !== "draft" && status !== "returned") return "finding.wrong_status";
  return humanId === authorHumanId ? null : "finding.not_the_author";
}

/** Who writes in the case goes on with the open version of an author who does so no more. */
export const whyNotTakeOver = ({ status }: Pick<Finding, "status">, isAuthorHere: boolean): WhyNot =>
  refusalsToTakeOver(status, isAuthorHere)[0] ?? null;

/** Its author submits it, once everything that a reviewer must be able to rely on is there. */
export function whyNotSubmit(facts: FacetFacts, finding: Finding, humanId: string): WhyNot {
  const links = facts.links.filter((link) => link.stands);
  // A contradiction needs no completed questionnaire: doubt must not be harder to raise than the allegation.
  const asked = links.filter((link) => link.isInterview && link.stance === "support");
  const [refusal] = refusalsToSubmit({
    status: finding.status,
    humanId,
    authorHumanId: finding.authorHumanId,
    linkRationales: links.map((link) => link.rationale),
    contaminationComplete: asked.every((link) => link.contaminationAnswered),
    contrarySearchLogged: finding.contrarySearch === "yes" && finding.contrarySearchOn !== null,
    consentValid: links.every((link) => link.consented),
    texts: textsOf(facts),
  });
  return refusal ?? null;
}

/**
 * A reviewer takes it up who had no part in it, linked nothing to it, approved no version that is now contested, and says
 * that they have no conflict of interest.
 */
export function whyNotTake(facts: FacetFacts, finding: Finding, humanId: string, conflict: Asked): WhyNot {
  const parties = partiesTo(facts, finding, humanId, conflict);
  const [refusal] = refusalsToTakeUp(finding.status, parties);
  return refusal ?? againstApproving(parties);
}

/** Who took it up returns it; at the second approval, whoever could give it. */
export function whyNotReturn(facts: FacetFacts, finding: Finding, humanId: string, comment: string): WhyNot {
  const parties = partiesTo(facts, finding, humanId);
  return refusalsToReturn(finding.status, parties, finding.reviewerHumanId ?? "", comment)[0] ?? null;
}

/**
 * Who took it up approves it, at or below the level that the evidence allows at this moment.
 * @param isBlind what the author concluded is hidden from them: they grade first, and hear nothing about the conclusion
 */
export function whyNotApprove(
  facts: FacetFacts,
  finding: Finding,
  humanId: string,
  isBlind: boolean,
): WhyNot {
  const conflict = Asked.parse(finding.reviewerConflict ?? "not_asked");
  const parties = partiesTo(facts, finding, humanId, conflict);
  const concluded = conclusionOf(facts, finding);
  const [refusal] = refusalsToApprove(finding.status, parties, finding.reviewerHumanId ?? "", concluded);
  const isOfConclusion = refusal === undefined || FAULTS_OF_CONCLUSION.includes(refusal);
  if (isBlind && isOfConclusion) return againstApproving(parties) ?? "finding.not_graded_blind";
  return refusal ?? againstApproving(parties) ?? whyMoved(facts, finding);
}

/** The reviewer who took it up grades the evidence before they see what its author concluded. */
export function whyNotGrade(finding: Finding, humanId: string, isBlind: boolean): WhyNot {
  if (finding.status !== "in_review") return "finding.wrong_status";
  if (finding.reviewerHumanId !== humanId) return "finding.not_that_reviewer";
  return isBlind ? null : "finding.not_blind";
}

/**
 * What is approved is what was weighed: where the evidence is no longer that of the last computing, which every change of it
 * repeats in its own transaction, nobody can have seen what they would put their name to.
 */
const whyMoved = ({ live, standing }: FacetFacts, { inputsHash, number }: Finding): WhyNot => {
  // What a panel set stands until another version is written after it.
  if (standing !== null && standing.number > number) return "finding.newer_stands";
  return inputsHash === hashOfInputs(live.evidence) ? null : "finding.evidence_moved";
};

/** A second reviewer confirms it, who is not the first, had no part in it either, and has no conflict of interest. */
export function whyNotSecond(facts: FacetFacts, finding: Finding, humanId: string, conflict: Asked): WhyNot {
  const parties = partiesTo(facts, finding, humanId, conflict);
  const [refusal] = refusalsToConfirm(
    finding.status,
    parties,
    finding.conclusion,
    conclusionOf(facts, finding),
  );
  if (refusal) return refusal;
  // A first approval by somebody who has since had a part carries nothing: it can only be given back.
  if (facts.tookPart.some((one) => one.humanId !== null && one.humanId === finding.reviewerHumanId))
    return "finding.first_approver_took_part";
  const against = finding.conclusion === "refuted" ? whyNotRefute(facts) : null;
  return against ?? whyMoved(facts, finding);
}

/** Whoever works on the case may challenge an approved finding, with a reason. */
export function whyNotContest(finding: Finding, reason: string): WhyNot {
  return refusalsToChallenge(finding.status, reason)[0] ?? null;
}

/** A contested finding is settled by a new version, made by a reviewer who did not approve the old one. */
export function whyNotResolve(
  facts: FacetFacts,
  finding: Finding,
  humanId: string,
  by: {
    refuting: boolean;
    reason: string;
    conflict: Asked;
    concluded: Omit<Determination, "ceiling" | "texts">;
  },
): WhyNot {
  const parties = partiesTo(facts, finding, humanId, by.conflict);
  const concluded = { ...by.concluded, ceiling: facts.live.ceiling.level, texts: textsOf(facts) };
  const [refusal] = refusalsToResolve(finding.status, parties, by.reason, concluded);
  if (refusal) return refusal;
  if (facts.open) return "finding.open_version_exists";
  return by.refuting ? whyNotRefute(facts) : null;
}

/** A contested finding is withdrawn by the same sort of reviewer. */
export function whyNotWithdraw(facts: FacetFacts, finding: Finding, humanId: string, reason: string): WhyNot {
  const [refusal] = refusalsToWithdraw(finding.status, partiesTo(facts, finding, humanId), reason);
  return refusal ?? (facts.open ? "finding.open_version_exists" : null);
}

/** What a person may do with a finding, and which rule stands against what they may not. */
export function mayOnFinding(facts: FacetFacts, finding: Finding, scope: Scope, isBlind: boolean) {
  const { humanId } = scope;
  const writes = scope.roleFor("finding.write", finding.caseId) !== null;
  const reviews = scope.roleFor("finding.review", finding.caseId) !== null;
  const contests = scope.roleFor("finding.contest", finding.caseId) !== null;
  const concluded = { level: 0, standard: "none", reasoning: SOME_TEXT } as const;
  const settling = { refuting: false, reason: SOME_TEXT, conflict: "no", concluded } as const;
  return {
    draft: answer(writes, whyNotDraft(facts)),
    amend: answer(writes, whyNotAmend(finding, humanId)),
    submit: answer(writes, whyNotSubmit(facts, finding, humanId)),
    take: answer(reviews, whyNotTake(facts, finding, humanId, "no")),
    return: answer(reviews, whyNotReturn(facts, finding, humanId, SOME_TEXT)),
    grade: answer(reviews, whyNotGrade(finding, humanId, isBlind)),
    approve: answer(reviews, whyNotApprove(facts, finding, humanId, isBlind)),
    second: answer(reviews, whyNotSecond(facts, finding, humanId, "no")),
    contest: answer(contests, whyNotContest(finding, SOME_TEXT)),
    resolve: answer(reviews, whyNotResolve(facts, finding, humanId, settling)),
    refute: answer(reviews, whyNotResolve(facts, finding, humanId, { ...settling, refuting: true })),
    withdraw: answer(reviews, whyNotWithdraw(facts, finding, humanId, SOME_TEXT)),
  };
}

/** Stands for the text that a person has yet to write. */
const SOME_TEXT = "…";

/** Whether something is open to the caller, and if not, which rule says so. */
export const answer = (role: boolean, rule: WhyNot) => {
  const against = role ? rule : "role.missing";
  return { allowed: against === null, rule: against };
};

/** Refuting is open when the unresolved contradictions reach the level by themselves. */
const whyNotRefute = ({ live }: FacetFacts): WhyNot =>
  live.ceiling.refutedProposed ? null : "finding.refutation_not_proposed";

/** The words that it rests on: those of all links that stand, whichever way they speak. */
const textsOf = ({ links }: FacetFacts) => links.filter(({ stands }) => stands).map(({ text }) => text);

function conclusionOf(facts: FacetFacts, { determination, standard, reasoning }: Finding): Determination {
  return {
    level: DeterminationLevel.parse(determination ?? 0),
    ceiling: facts.live.ceiling.level,
    texts: textsOf(facts),
    standard,
    reasoning,
  };
}

/** Whoever made a link, heard an appeal or approved the version that is now contested would judge their own work. */
function againstApproving({ humanId, held }: ReviewParties): WhyNot {
  const against = dutiesAgainst(humanId, "approver", held);
  if (against.includes("link_author")) return "finding.approver_made_link";
  if (against.includes("appeal_panel")) return "finding.approver_on_panel";
  return dutiesAgainst(humanId, "resolver", held).length > 0 ? "finding.resolver_is_approver" : null;
}

/** @param conflict what they answered; of who returns or withdraws nothing is asked, for nothing stands by it */
function partiesTo(
  { tookPart, standing, panel }: FacetFacts,
  finding: Finding,
  humanId: string,
  conflict: Asked = "no",
): ReviewParties {
  const approvers =
    standing?.status === "contested" ? [standing.reviewerHumanId, standing.secondHumanId] : [];
  const first = finding.status === "first_approved" ? [finding.reviewerHumanId] : [];
  return {
    humanId,
    held: [
      { duty: "author", humanId: finding.authorHumanId },
      ...tookPart,
      ...panel.map((human) => ({ duty: "appeal_panel" as const, humanId: human })),
      ...first.map((human) => ({ duty: "first_approver" as const, humanId: human })),
      ...approvers.map((human) => ({ duty: "approver" as const, humanId: human })),
    ],
    conflict,
  };
}
