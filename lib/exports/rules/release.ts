/** What may leave the house, as pure rules: today by the minimum consent; a full gate replaces this file's insides, not its shape. */
import type { Role } from "#lib/access/permissions.ts";
import type { CitedText } from "#lib/corroboration/rules/cited-text.ts";
import type { Facet, Stance } from "#lib/corroboration/vocabulary.ts";
import type { WithheldEvidence } from "../vocabulary.ts";

/** The reason for which a record stays; `changeableBy` names the role that can change it. */
export interface Withholding {
  rule: string;
  changeableBy: Role | "witness" | "nobody";
}

export interface TestimonyForRelease {
  /** Why the release gate keeps it from this recipient; null where it does not, or where none is named yet. */
  keptByGate: Withholding | null;
  retracted: boolean;
  acceptedNumber: number | null;
  consentInternal: string;
  consentExport: string;
}

/**
 * Why a testimony stays, or null when it may go. Anything but yes is no, and the gate is asked for this very recipient and
 * purpose; a published account needs no consent.
 * The first rule that applies is named.
 */
export function whyTestimonyStays(testimony: TestimonyForRelease): Withholding | null {
  if (testimony.retracted) return RETRACTED;
  // The gate knows the reason; the two answers of an account only follow a person's ledger.
  if (testimony.keptByGate) return testimony.keptByGate;
  if (!consents(testimony.consentInternal)) {
    return {
      rule: `release.consent_internal_${testimony.consentInternal}`,
      changeableBy: "protection_officer",
    };
  }
  if (!consents(testimony.consentExport)) {
    return { rule: `release.consent_export_${testimony.consentExport}`, changeableBy: "protection_officer" };
  }
  return testimony.acceptedNumber === null ? NOT_ACCEPTED : null;
}

/** Why a statement of an account that goes stays itself: only words that stand in what was accepted leave. */
export function whyStatementStays(text: CitedText): Withholding | null {
  switch (text) {
    case "accepted":
      return null;
    case "not_accepted":
      return NOT_ACCEPTED;
    case "changed":
      return CITED_TEXT_CHANGED;
  }
}

/** Answers under which an account may leave. */
export const CONSENTING: ("yes" | "not_needed")[] = ["yes", "not_needed"];

const consents = (answer: string): boolean => CONSENTING.some((one) => one === answer);

/** Statuses of a finding that an export carries: approved ones, and contested or refuted ones among the contradictions. */
export const RELEASED_FINDINGS = ["approved", "contested", "refuted"] as const;

/** Why a finding stays, or null when it may go. */
export function whyFindingStays(finding: { status: string; restsOnWithheld: boolean }): Withholding | null {
  if (!RELEASED_FINDINGS.some((status) => status === finding.status)) {
    return { rule: "release.finding_not_approved", changeableBy: "reviewer" };
  }
  return finding.restsOnWithheld ? RESTS_ON_WITHHELD : null;
}

/** A live link from a statement to a facet of an allegation, with the rule that keeps its statement; null when that may go. */
export interface LinkForRelease {
  facet: Facet;
  stance: Stance;
  keptBy: string | null;
}

/**
 * Why an allegation stays, or null when it may go. Its wording and its victim come from the accounts that tell of the
 * act, so one of these must go itself. Where none is linked to the act as such – a pattern takes a count only – any
 * support is asked for; an allegation that nobody supports came from we know not where.
 * @param links its live links, on every facet
 */
export function whyAllegationStays(links: readonly LinkForRelease[]): Withholding | null {
  const support = links.filter(({ stance }) => stance === "support");
  const ofTheAct = support.filter(({ facet }) => facet === "occurrence");
  const telling = ofTheAct.length > 0 ? ofTheAct : support;
  if (telling.length === 0) return NOTHING_SUPPORTS;
  return telling.every(({ keptBy }) => keptBy !== null) ? RESTS_ON_WITHHELD : null;
}

/**
 * What bears on a facet and stays, counted by stance and rule: free text about the facet may retell it, and a reader must
 * know that it is there (Rome Statute articles 54(1)(a) and 67(2): what speaks against is never dropped silently).
 * @param links the live links of one facet
 */
export function withheldEvidenceOf(links: readonly LinkForRelease[]): WithheldEvidence[] {
  const kept = links.flatMap(({ stance, keptBy }) => (keptBy === null ? [] : [{ stance, rule: keptBy }]));
  return [...Map.groupBy(kept, ({ stance, rule }) => `${stance} ${rule}`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...more]]) => (first ? [{ ...first, count: 1 + more.length }] : []));
}

export const FROM_WITHHELD: Withholding = {
  rule: "release.from_withheld",
  changeableBy: "protection_officer",
};
export const RETRACTED: Withholding = { rule: "release.retracted", changeableBy: "investigator" };
/** A version that no reviewer accepted stays, and so does what was cut from it. */
const NOT_ACCEPTED: Withholding = { rule: "release.not_accepted", changeableBy: "reviewer" };
const CITED_TEXT_CHANGED: Withholding = {
  rule: "release.cited_text_changed",
  changeableBy: "investigator",
};
const RESTS_ON_WITHHELD: Withholding = {
  rule: "release.rests_on_withheld",
  changeableBy: "protection_officer",
};
const NOTHING_SUPPORTS: Withholding = { rule: "release.nothing_supports", changeableBy: "investigator" };
/** Reasons were written in sight of all evidence, also of what stays. */
export const MAY_RETELL: Withholding = { rule: "release.may_retell", changeableBy: "protection_officer" };
/** Where accounts are taken is redaction code A.1. */
export const INTERVIEW_PLACE: Withholding = { rule: "release.interview_place", changeableBy: "nobody" };
