import type { AppealOutcome, FindingStatus, StandardOfProof } from "../vocabulary.ts";

/** Why an appeal is refused: ids that the interface translates. */
export const APPEAL_REFUSALS = [
  "appeal.finding_not_approved",
  "appeal.appellant_not_entitled",
  "appeal.ground_already_heard",
  "appeal.panel_is_not_two",
  "appeal.panel_not_senior",
  "appeal.panel_was_involved",
] as const;
export type AppealRefusal = (typeof APPEAL_REFUSALS)[number];

export interface Appeal {
  /** Status of the version appealed against. */
  readonly status: FindingStatus;
  /** The appellant is the finding's author, a legal officer or a protection officer of the case. */
  readonly appellantEntitled: boolean;
  readonly ground: string;
  /** Grounds already heard against this version. */
  readonly groundsHeard: readonly string[];
  /** Evidence came in after those were heard: it always re-opens. */
  readonly evidenceIsNew: boolean;
}

export interface PanelMember {
  readonly humanId: string;
  readonly isSeniorReviewer: boolean;
}

/** Why an appeal may not be lodged: one appeal per ground and version, against what was approved. */
export function refusalsToAppeal(appeal: Appeal): AppealRefusal[] {
  const refusals: AppealRefusal[] = [];
  if (appeal.status !== "approved" && appeal.status !== "refuted")
    refusals.push("appeal.finding_not_approved");
  if (!appeal.appellantEntitled) refusals.push("appeal.appellant_not_entitled");
  if (appeal.groundsHeard.includes(appeal.ground) && !appeal.evidenceIsNew) {
    refusals.push("appeal.ground_already_heard");
  }
  return refusals;
}

/**
 * Why a panel may not decide: it is two senior reviewers, two humans, neither of whom had any part in the finding, its
 * links, its testimonies or the appeal itself. `involved` holds the humans who had; null where no human did.
 */
export function refusalsToSeatPanel(
  members: readonly PanelMember[],
  involved: readonly (string | null)[],
): AppealRefusal[] {
  const refusals: AppealRefusal[] = [];
  const humans = new Set(members.map((member) => member.humanId));
  if (members.length !== 2 || humans.size !== 2) refusals.push("appeal.panel_is_not_two");
  if (members.some((member) => !member.isSeniorReviewer)) refusals.push("appeal.panel_not_senior");
  if (members.some((member) => involved.includes(member.humanId))) refusals.push("appeal.panel_was_involved");
  return refusals;
}

/** What a member of the panel says; level and standard of whoever would vary the finding. */
export interface Vote {
  readonly outcome: AppealOutcome;
  readonly determination: number | null;
  readonly standard: StandardOfProof | null;
}

/**
 * What two votes decide. A version stands only where both let it stand, and becomes another only where both say which one;
 * everything else remands it. Two who disagree leave a doubt, and doubt is for whoever is named in the finding: neither the
 * old version nor one member's alone may then be relied upon before it was reviewed anew.
 */
export function outcomeOf(one: Vote, other: Vote): AppealOutcome {
  const isAlike =
    one.outcome === other.outcome &&
    one.determination === other.determination &&
    one.standard === other.standard;
  return isAlike ? one.outcome : "remanded";
}

/**
 * The status of the version that follows an appeal, or null when the old one stands. Only a panel that varies a finding
 * may go above the ceiling; every export then says so.
 */
export function statusAfterAppeal(outcome: AppealOutcome): FindingStatus | null {
  switch (outcome) {
    case "upheld":
      return null;
    case "varied":
      return "approved";
    case "remanded":
      return "draft";
  }
}

/** Whether a version stands above what the evidence allowed: wherever it is shown, that is said. */
export const isOverride = ({
  appealId,
  determination,
  ceiling,
}: {
  readonly appealId: string | null;
  readonly determination: number | null;
  readonly ceiling: number;
}): boolean => appealId !== null && (determination ?? 0) > ceiling;
