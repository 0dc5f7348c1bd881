import { DeterminationLevel, type FindingStatus } from "../vocabulary.ts";
import type { Ceiling } from "./ceiling.ts";
import { becomesContested, type CeilingAnswer } from "./finding-status.ts";
import type { HeldDuty } from "./four-eyes.ts";

/** By which rule an approved finding is contested: ids that the interface translates; a person's challenge is in words. */
export const CONTEST_RULES = [
  "finding.new_contradiction",
  "finding.refutation_proposed",
  "finding.ceiling_fell",
  "finding.contradiction_settled",
  "finding.cited_text_changed",
  "finding.approver_took_part",
  "finding.remanded_on_appeal",
] as const;
export type ContestRule = (typeof CONTEST_RULES)[number];

/** Why a version is contested that a panel sent back. */
export const REMANDED = "finding.remanded_on_appeal" satisfies ContestRule;

/** What a finding keeps of the engine's answer: of an approved one, the answer at its approval. */
export interface StoredAnswer {
  readonly ceiling: number;
  readonly contested: boolean;
  readonly refutedProposed: boolean;
  readonly contradictions: Contradictions | null;
}

/** Quality of each unresolved contradiction that counts for something, by the id of its item. */
export type Contradictions = Readonly<Record<string, number>>;

/** The contradictions that a ceiling was computed in the face of. */
export function contradictionsIn({ clusters }: Pick<Ceiling, "clusters">): Contradictions {
  const items = clusters.flatMap((cluster) => cluster.contradictions);
  return Object.fromEntries(items.map(({ id, quality }) => [id, quality]));
}

/** What a finding rests on at this moment, beside the ceiling. */
export interface Footing {
  /** A version accepted since says something else where its statements were cut. */
  readonly textChanged: boolean;
  /** Somebody who approved it has linked, interviewed or interpreted for it. */
  readonly approverTookPart: boolean;
}

/**
 * The rule by which an approved finding is contested after a change of the evidence, or null when it holds. A
 * contradiction that it was approved in the face of and that is gone or weaker re-opens review too: the level may rise by
 * it, and nobody but a reviewer says so. So does what would have kept it from being approved: other words than were read,
 * and an approver who has come to judge their own work. The evidence is taken all the same, never refused for its sake.
 */
export function contestedBy(
  approved: StoredAnswer & { determination: number | null },
  now: CeilingAnswer & { contradictions: Contradictions },
  { textChanged, approverTookPart }: Footing,
): ContestRule | null {
  const { contested, refutedProposed } = approved;
  const atApproval = { level: DeterminationLevel.parse(approved.ceiling), contested, refutedProposed };
  if (becomesContested(DeterminationLevel.parse(approved.determination ?? 0), atApproval, now)) {
    if (now.contested && !atApproval.contested) return "finding.new_contradiction";
    if (now.refutedProposed && !atApproval.refutedProposed) return "finding.refutation_proposed";
    return "finding.ceiling_fell";
  }
  const faced = Object.entries(approved.contradictions ?? {});
  if (faced.some(([id, quality]) => (now.contradictions[id] ?? 0) < quality))
    return "finding.contradiction_settled";
  if (textChanged) return "finding.cited_text_changed";
  return approverTookPart ? "finding.approver_took_part" : null;
}

/** Versions that still take a new answer of the engine. */
const WRITTEN_OR_REVIEWED: readonly FindingStatus[] = [
  "draft",
  "submitted",
  "in_review",
  "returned",
  "first_approved",
];

/** Versions that a change of the evidence still concerns. A contested one waits for its reviewer as it is. */
export const WATCHED = [...WRITTEN_OR_REVIEWED, "approved"] as const;

/**
 * Whether a version can keep a new answer of the engine. A first approval above the new level cannot stand beside it, nor
 * can a review by somebody who has come to have a part in the evidence: both stay as they were, and neither can be
 * confirmed. A change of evidence is never refused for their sake.
 */
export function mayBeStored(
  finding: { status: FindingStatus; determination: number | null; reviewerHumanId: string | null },
  now: Pick<CeilingAnswer, "level">,
  tookPart: readonly HeldDuty[],
): boolean {
  if (!WRITTEN_OR_REVIEWED.includes(finding.status)) return false;
  const underReview = finding.status === "in_review" || finding.status === "first_approved";
  if (underReview && tookPart.some(({ humanId }) => humanId === finding.reviewerHumanId)) return false;
  return finding.status !== "first_approved" || (finding.determination ?? 0) <= now.level;
}
