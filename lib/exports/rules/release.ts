/** What may leave the house, as pure rules: today by the minimum consent; a full gate replaces this file's insides, not its shape. */
import type { Role } from "#lib/access/permissions.ts";

/** The reason for which a record stays; `changeableBy` names the role that can change it. */
export interface Withholding {
  rule: string;
  changeableBy: Role;
}

export interface TestimonyForRelease {
  retracted: boolean;
  acceptedNumber: number | null;
  consentInternal: string;
  consentExport: string;
}

/**
 * Why a testimony stays, or null when it may go. Anything but yes is no; a published account needs no consent.
 * The first rule that applies is named.
 */
export function whyTestimonyStays(testimony: TestimonyForRelease): Withholding | null {
  if (testimony.retracted) return RETRACTED;
  if (!consents(testimony.consentInternal)) {
    return {
      rule: `release.consent_internal_${testimony.consentInternal}`,
      changeableBy: "protection_officer",
    };
  }
  if (!consents(testimony.consentExport)) {
    return { rule: `release.consent_export_${testimony.consentExport}`, changeableBy: "protection_officer" };
  }
  if (testimony.acceptedNumber === null) return { rule: "release.not_accepted", changeableBy: "reviewer" };
  return null;
}

const consents = (answer: string): boolean => answer === "yes" || answer === "not_needed";

/** Statuses of a finding that an export carries: approved ones, and contested or refuted ones among the contradictions. */
export const RELEASED_FINDINGS = ["approved", "contested", "refuted"] as const;

/** Why a finding stays, or null when it may go. */
export function whyFindingStays(finding: { status: string; restsOnWithheld: boolean }): Withholding | null {
  if (!RELEASED_FINDINGS.some((status) => status === finding.status)) {
    return { rule: "release.finding_not_approved", changeableBy: "reviewer" };
  }
  if (finding.restsOnWithheld)
    return { rule: "release.rests_on_withheld", changeableBy: "protection_officer" };
  return null;
}

export const FROM_WITHHELD: Withholding = {
  rule: "release.from_withheld",
  changeableBy: "protection_officer",
};
export const RETRACTED: Withholding = { rule: "release.retracted", changeableBy: "investigator" };
