/**
 * Duties that may rest on a person in one matter. Approvals of an export are two duties, for they are two acts; `content`
 * stands for every part in the substance of a case.
 */
export type Duty =
  | "author"
  | "interviewer"
  | "interpreter"
  | "reviewer"
  | "link_author"
  | "approver"
  | "first_approver"
  | "second_approver"
  | "resolver"
  | "appeal_panel"
  | "export_builder"
  | "export_legal_approver"
  | "export_protection_approver"
  | "redactor"
  | "redaction_checker"
  | "key_custodian"
  | "auditor"
  | "admin"
  | "content";

/**
 * Pairs of duties that one human may never hold in the same matter (segregation of duties, OWASP ASVS 5.0 2.3.5; four
 * eyes on findings as in UN fact-finding practice). The order within a pair means nothing.
 */
export const FOUR_EYES = [
  ["author", "reviewer"],
  ["interviewer", "reviewer"],
  ["interpreter", "reviewer"],
  ["link_author", "approver"],
  ["first_approver", "second_approver"],
  ["approver", "resolver"],
  ["approver", "appeal_panel"],
  ["export_builder", "export_legal_approver"],
  ["export_builder", "export_protection_approver"],
  ["export_legal_approver", "export_protection_approver"],
  ["redactor", "redaction_checker"],
  ["key_custodian", "auditor"],
  ["admin", "content"],
] as const satisfies readonly (readonly [Duty, Duty])[];

/** A duty and the human who holds it: never the account, for one human may have several. */
export interface HeldDuty<D extends Duty = Duty> {
  readonly duty: D;
  /** Null when no human did it, as with imported links; nobody is never somebody. */
  readonly humanId: string | null;
}

/** Whether one human may hold both duties in one matter. */
export function mayHoldBoth(one: Duty, other: Duty): boolean {
  return !FOUR_EYES.some(([a, b]) => (a === one && b === other) || (a === other && b === one));
}

/** The duties already held in a matter that forbid this human to take on one more. */
export function dutiesAgainst<D extends Duty>(
  humanId: string,
  duty: Duty,
  held: readonly HeldDuty<D>[],
): D[] {
  return held
    .filter((other) => other.humanId === humanId && !mayHoldBoth(duty, other.duty))
    .map((other) => other.duty);
}
