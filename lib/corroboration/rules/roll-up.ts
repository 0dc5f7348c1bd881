import type { DeterminationLevel, FindingStatus, Stance, TestimonyCorroboration } from "../vocabulary.ts";

/** A finding version that a statement of the testimony feeds. */
export interface FedFinding {
  /** The stance of the statement that feeds it. */
  readonly stance: Stance;
  readonly status: FindingStatus;
  readonly determination: DeterminationLevel;
  /** The engine called the facet contested when this was approved. */
  readonly contested: boolean;
}

/**
 * The one corroboration status of a testimony, from the findings that its supporting statements feed: none approved →
 * not assessed; any contested → contested; all at 4 or more → corroborated; some at 3 or more → partly corroborated; else
 * uncorroborated. What a testimony contradicts says nothing of how well it is corroborated itself. A contested version
 * was approved, so it counts; a refuted one counts as level 0.
 */
export function corroborationOfTestimony(findings: readonly FedFinding[]): TestimonyCorroboration {
  const standing = findings.filter(({ stance, status }) => stance === "support" && isStanding(status));
  if (standing.length === 0) return "not_assessed";
  if (standing.some(({ status, contested }) => status === "contested" || contested)) return "contested";
  const levels = standing.map(({ status, determination }) => (status === "refuted" ? 0 : determination));
  if (levels.every((level) => level >= 4)) return "corroborated";
  return levels.some((level) => level >= 3) ? "partly_corroborated" : "uncorroborated";
}

function isStanding(status: FindingStatus): boolean {
  return status === "approved" || status === "contested" || status === "refuted";
}
