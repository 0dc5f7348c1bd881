import type {
  DeterminationLevel,
  Facet,
  FindingConclusion,
  FindingMove,
  FindingStatus,
  SecondApproverGround,
  StandardOfProof,
  ViolationGroup,
} from "../vocabulary.ts";

/**
 * From where each move is open and where it leads. A version never leaves `withdrawn` or `superseded`: what was once
 * found stays readable. A second reviewer who does not agree returns the version, as the first may.
 */
export const FINDING_TRANSITIONS = {
  submit: { from: ["draft", "returned"], to: "submitted" },
  take_up: { from: ["submitted"], to: "in_review" },
  return: { from: ["in_review", "first_approved"], to: "returned" },
  approve: { from: ["in_review"], to: "first_approved" },
  confirm: { from: ["first_approved"], to: "approved" },
  confirm_refutation: { from: ["first_approved"], to: "refuted" },
  contest: { from: ["approved"], to: "contested" },
  withdraw: { from: ["contested"], to: "withdrawn" },
  take_over: { from: ["draft", "returned"], to: "withdrawn" },
  supersede: { from: ["approved", "contested", "refuted"], to: "superseded" },
} as const satisfies Record<FindingMove, { from: readonly FindingStatus[]; to: FindingStatus }>;

/**
 * How a version begins: drafted by an investigator, or written by the reviewer who resolves a contested version and who
 * by that is its first approver. The contested version stays as it is until the new one is confirmed, which supersedes it.
 */
export const FIRST_STATUS = {
  draft: "draft",
  resolution: "first_approved",
} as const satisfies Record<string, FindingStatus>;

/** The status after a move, or null when the move is not open from here. */
export function statusAfterMove(status: FindingStatus, move: FindingMove): FindingStatus | null {
  const { from, to } = FINDING_TRANSITIONS[move];
  return from.some((open) => open === status) ? to : null;
}

/** The move that ends a review, done by the second approver or, when none is needed, at once with the first approval. */
export function confirmingMove(conclusion: FindingConclusion): FindingMove {
  return conclusion === "refuted" ? "confirm_refutation" : "confirm";
}

/** What decides whether one approver is enough. */
export interface ApprovalStakes {
  readonly facet: Facet;
  readonly violationGroup: ViolationGroup;
  readonly determination: DeterminationLevel;
  /** A child is among the victims, witnesses or suspects of the allegation. */
  readonly childConcerned: boolean;
  readonly refuted: boolean;
  /** Approving changes a number of victims that the case states. */
  readonly tollChange: boolean;
}

/** Why a finding needs a second approver; empty when one is enough (four eyes where an error harms most). */
export function groundsForSecondApprover(stakes: ApprovalStakes): SecondApproverGround[] {
  const grounds: [SecondApproverGround, boolean][] = [
    ["individual_attribution", stakes.facet === "individual"],
    ["sexual_violence", stakes.violationGroup === "G"],
    ["child_concerned", stakes.childConcerned || stakes.violationGroup === "C"],
    ["strongest_level", stakes.determination === 5],
    ["refuted", stakes.refuted],
    ["toll_change", stakes.tollChange],
  ];
  return grounds.filter(([, holds]) => holds).map(([ground]) => ground);
}

/** Whether a finding needs a second approver before it stands. */
export function needsSecondApprover(stakes: ApprovalStakes): boolean {
  return groundsForSecondApprover(stakes).length > 0;
}

/** What the engine says of a facet; stored with an approval and compared with every later answer. */
export interface CeilingAnswer {
  readonly level: DeterminationLevel;
  readonly contested: boolean;
  readonly refutedProposed: boolean;
}

/**
 * Whether an approved finding becomes contested by a new answer of the engine: a contradiction or a proposed refutation
 * that was not there at the approval, or a ceiling now below the determination. A determination that an appeal put above
 * the ceiling is contested when the ceiling falls below what it was then. New evidence always re-opens (Rome Statute
 * art. 54(1)(a): incriminating and exonerating circumstances are investigated equally).
 */
export function becomesContested(
  determination: DeterminationLevel,
  atApproval: CeilingAnswer,
  now: CeilingAnswer,
): boolean {
  if (now.contested && !atApproval.contested) return true;
  if (now.refutedProposed && !atApproval.refutedProposed) return true;
  return now.level < Math.min(determination, atApproval.level);
}

/** "Reasonable grounds" are open from this level on, and only with written reasoning. */
const GROUNDS_LEVEL_MIN = 4;

/** Whether a determination is high enough for the standard of proof it names (OHCHR guidance on commissions of inquiry). */
export function reachesStandard(determination: DeterminationLevel, standard: StandardOfProof): boolean {
  return standard !== "reasonable_grounds" || determination >= GROUNDS_LEVEL_MIN;
}

/** Whether a text may say "reasonable grounds to believe": only of a standing approved finding that names the standard. */
export function maySayReasonableGrounds(
  status: FindingStatus,
  determination: DeterminationLevel,
  standard: StandardOfProof,
): boolean {
  return (
    status === "approved" && standard === "reasonable_grounds" && reachesStandard(determination, standard)
  );
}
