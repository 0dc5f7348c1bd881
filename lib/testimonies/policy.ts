/** Conditions on a testimony, as sentences. The page shows their answers; the commands enforce them. */
import type { Scope } from "#lib/core/scope.ts";
import { Refused } from "#lib/core/refusals.ts";

export interface DecisionFacts {
  /** Humans who opened, saved or submitted any version. */
  writerHumanIds: readonly string[];
  /** Humans whom any version named as interviewer or interpreter. */
  tookPartHumanIds: readonly string[];
}

/**
 * Why this human may not decide on the version, or null when they may. Reviewer ≠ author, ≠ interviewer, ≠ interpreter;
 * humans are compared, not accounts.
 */
export function whyNotDecide(humanId: string, facts: DecisionFacts): string | null {
  if (facts.writerHumanIds.includes(humanId)) return "testimony.decider_is_author";
  if (facts.tookPartHumanIds.includes(humanId)) return "testimony.decider_took_part";
  return null;
}

/**
 * A full statement is taken by somebody authorised for it in the case (Murad Code; Eurojust and ICC guidelines for civil
 * society: a first account, and the rest left to specialists).
 * @param forms those that the act would write or write on
 * @throws Refused
 */
export function mustBeAuthorisedFor(
  forms: readonly (string | null | undefined)[],
  caseId: string,
  { roleFor }: Pick<Scope, "roleFor">,
): void {
  if (forms.includes("full_statement") && roleFor("testimony.takeFull", caseId) === null)
    throw new Refused("testimony.full_not_authorised");
}

/** @throws Refused naming the rule */
export function mustBeAnotherThanThoseInvolved(humanId: string, facts: DecisionFacts): void {
  const rule = whyNotDecide(humanId, facts);
  if (rule) throw new Refused(rule);
}
