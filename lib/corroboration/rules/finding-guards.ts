import type {
  Asked,
  DeterminationLevel,
  FindingConclusion,
  FindingMove,
  FindingStatus,
  StandardOfProof,
} from "../vocabulary.ts";
import type { CitedText } from "./cited-text.ts";
import { confirmingMove, reachesStandard, statusAfterMove } from "./finding-status.ts";
import { dutiesAgainst, type Duty, type HeldDuty } from "./four-eyes.ts";

/** Why an act on a finding is refused: ids that the interface translates. */
export const FINDING_REFUSALS = [
  "finding.wrong_status",
  "finding.not_the_author",
  "finding.author_is_here",
  "finding.no_links",
  "finding.link_without_rationale",
  "finding.contamination_not_asked",
  "finding.contrary_search_not_logged",
  "finding.consent_not_valid",
  "finding.testimony_not_accepted",
  "finding.cited_text_changed",
  "finding.not_that_reviewer",
  "finding.reviewer_is_author",
  "finding.reviewer_is_interviewer",
  "finding.reviewer_is_interpreter",
  "finding.reviewer_has_conflict",
  "finding.approver_made_link",
  "finding.approver_on_panel",
  "finding.second_is_first",
  "finding.resolver_is_approver",
  "finding.above_ceiling",
  "finding.reasoning_missing",
  "finding.reason_missing",
  "finding.below_standard_of_proof",
] as const;
export type FindingRefusal = (typeof FINDING_REFUSALS)[number];

const REFUSAL_BY_HELD_DUTY = {
  author: "finding.reviewer_is_author",
  interviewer: "finding.reviewer_is_interviewer",
  interpreter: "finding.reviewer_is_interpreter",
  link_author: "finding.approver_made_link",
  first_approver: "finding.second_is_first",
  approver: "finding.resolver_is_approver",
  appeal_panel: "finding.approver_on_panel",
} as const satisfies Partial<Record<Duty, FindingRefusal>>;

/** What is wrong with a conclusion itself: whoever may not see it yet is not told either. */
export const FAULTS_OF_CONCLUSION: readonly string[] = [
  "finding.above_ceiling",
  "finding.reasoning_missing",
  "finding.below_standard_of_proof",
] satisfies FindingRefusal[];

/** Somebody who wants to act on a finding version, and who did what on it or on the testimonies linked to it. */
export interface ReviewParties {
  readonly humanId: string;
  /** `approver` = the approvers of the version before, when this one resolves it. */
  readonly held: readonly HeldDuty<keyof typeof REFUSAL_BY_HELD_DUTY>[];
  /** What they answered when asked for a conflict of interest in the matter; anything but no is one. */
  readonly conflict: Asked;
}

export interface Submission {
  readonly status: FindingStatus;
  readonly humanId: string;
  readonly authorHumanId: string;
  /** The rationale of each link; blank counts as none. */
  readonly linkRationales: readonly string[];
  /** Every supporting interview says whether the witness was asked whom they talked with and what they saw before. */
  readonly contaminationComplete: boolean;
  /** A search for contrary evidence is on record, with or without result. */
  readonly contrarySearchLogged: boolean;
  /** Every linked person consents to the organisation's own analysis. */
  readonly consentValid: boolean;
  /** How the words that each link rests on stand in an accepted text. */
  readonly texts: readonly CitedText[];
}

/** Why a version may not be submitted for review. */
export function refusalsToSubmit(submission: Submission): FindingRefusal[] {
  return reasonsThat([
    ["finding.wrong_status", !isOpen(submission.status, "submit")],
    ["finding.not_the_author", submission.humanId !== submission.authorHumanId],
    ["finding.no_links", submission.linkRationales.length === 0],
    ["finding.link_without_rationale", submission.linkRationales.some(isBlank)],
    ["finding.contamination_not_asked", !submission.contaminationComplete],
    ["finding.contrary_search_not_logged", !submission.contrarySearchLogged],
    ["finding.consent_not_valid", !submission.consentValid],
    ...faultsOfTexts(submission.texts),
  ]);
}

/** Why somebody may not take up the review of a version. */
export function refusalsToTakeUp(status: FindingStatus, parties: ReviewParties): FindingRefusal[] {
  return [
    ...reasonsThat([["finding.wrong_status", !isOpen(status, "take_up")]]),
    ...exclusions(parties, ["reviewer"]),
  ];
}

/**
 * Why a reviewer may not return a version to its author: the one who took it up, or at the second approval whoever might
 * give it. `reviewerHumanId` is who took it up: they may give it back whatever part they came to have, since nobody else
 * can, and giving back approves nothing.
 */
export function refusalsToReturn(
  status: FindingStatus,
  parties: ReviewParties,
  reviewerHumanId: string,
  reason: string,
): FindingRefusal[] {
  const isSecond = status === "first_approved";
  return [
    ...reasonsThat([
      ["finding.wrong_status", !isOpen(status, "return")],
      ["finding.not_that_reviewer", !isSecond && parties.humanId !== reviewerHumanId],
      ["finding.reason_missing", isBlank(reason)],
    ]),
    ...(isSecond ? exclusions(parties, SECOND_APPROVER_DUTIES) : []),
  ];
}

/** Why an open version may not be gone on with by somebody else: its author is still there to write it. */
export function refusalsToTakeOver(status: FindingStatus, isAuthorHere: boolean): FindingRefusal[] {
  return reasonsThat([
    ["finding.wrong_status", !isOpen(status, "take_over")],
    ["finding.author_is_here", isAuthorHere],
  ]);
}

/** What a reviewer puts their name to. */
export interface Determination {
  readonly level: DeterminationLevel;
  /** The engine's level at this moment; only an appeal goes above it. */
  readonly ceiling: DeterminationLevel;
  readonly standard: StandardOfProof;
  readonly reasoning: string;
  /** How the words that it rests on stand in an accepted text. */
  readonly texts: readonly CitedText[];
}

/** Why a version may not be approved by the reviewer who took it up. */
export function refusalsToApprove(
  status: FindingStatus,
  parties: ReviewParties,
  reviewerHumanId: string,
  determination: Determination,
): FindingRefusal[] {
  return [
    ...reasonsThat([
      ["finding.wrong_status", !isOpen(status, "approve")],
      ["finding.not_that_reviewer", parties.humanId !== reviewerHumanId],
    ]),
    ...exclusions(parties, ["reviewer", "approver"]),
    ...faultsOf(determination),
  ];
}

/** Why a version may not be confirmed by a second approver. The ceiling is looked at again: it may have moved since. */
export function refusalsToConfirm(
  status: FindingStatus,
  parties: ReviewParties,
  conclusion: FindingConclusion,
  determination: Determination,
): FindingRefusal[] {
  return [
    ...reasonsThat([["finding.wrong_status", !isOpen(status, confirmingMove(conclusion))]]),
    ...exclusions(parties, SECOND_APPROVER_DUTIES),
    ...faultsOf(determination),
  ];
}

/** Why an approved version may not be challenged by a person; the engine contests without asking. */
export function refusalsToChallenge(status: FindingStatus, reason: string): FindingRefusal[] {
  return reasonsThat([
    ["finding.wrong_status", !isOpen(status, "contest")],
    ["finding.reason_missing", isBlank(reason)],
  ]);
}

/** Why somebody may not resolve a contested version by a new one, whose first approver they then are. */
export function refusalsToResolve(
  status: FindingStatus,
  parties: ReviewParties,
  reason: string,
  determination: Determination,
): FindingRefusal[] {
  return [
    ...reasonsThat([
      ["finding.wrong_status", status !== "contested"],
      ["finding.reason_missing", isBlank(reason)],
    ]),
    ...exclusions(parties, ["reviewer", "approver", "resolver"]),
    ...faultsOf(determination),
  ];
}

/** Why somebody may not withdraw a contested version. */
export function refusalsToWithdraw(
  status: FindingStatus,
  parties: ReviewParties,
  reason: string,
): FindingRefusal[] {
  return [
    ...reasonsThat([
      ["finding.wrong_status", !isOpen(status, "withdraw")],
      ["finding.reason_missing", isBlank(reason)],
    ]),
    ...exclusions(parties, ["reviewer", "resolver"]),
  ];
}

const SECOND_APPROVER_DUTIES = ["reviewer", "approver", "second_approver", "resolver"] as const;

function isOpen(status: FindingStatus, move: FindingMove): boolean {
  return statusAfterMove(status, move) !== null;
}

function exclusions({ humanId, held, conflict }: ReviewParties, duties: readonly Duty[]): FindingRefusal[] {
  const against = duties.flatMap((duty) => dutiesAgainst(humanId, duty, held));
  const refusals: FindingRefusal[] = against.map((duty) => REFUSAL_BY_HELD_DUTY[duty]);
  if (conflict !== "no") refusals.push("finding.reviewer_has_conflict");
  return [...new Set(refusals)];
}

function faultsOf({ level, ceiling, standard, reasoning, texts }: Determination): FindingRefusal[] {
  return reasonsThat([
    ["finding.above_ceiling", level > ceiling],
    ["finding.reasoning_missing", isBlank(reasoning)],
    ["finding.below_standard_of_proof", !reachesStandard(level, standard)],
    ...faultsOfTexts(texts),
  ]);
}

/** Nothing is found on words that no reviewer accepted, or that an accepted version changed. */
const faultsOfTexts = (texts: readonly CitedText[]) =>
  [
    ["finding.testimony_not_accepted", texts.includes("not_accepted")],
    ["finding.cited_text_changed", texts.includes("changed")],
  ] as const;

function reasonsThat(conditions: readonly (readonly [FindingRefusal, boolean])[]): FindingRefusal[] {
  return conditions.filter(([, holds]) => holds).map(([refusal]) => refusal);
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
