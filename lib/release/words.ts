import type { Role } from "#lib/access/permissions.ts";

/**
 * Words of the release gate, as closed lists without schemas. Safe for the browser.
 *
 * Sources: the informed-consent checklists and the scope of consent of the IIIM and the IIMM (separate answers by purpose and
 * recipient); the Murad Code (withdrawal at any time); ICC Rules of Procedure and Evidence 81 and 87 (third persons, form).
 */

/** The classes of recipients that a person is asked about, each for itself (informed-consent checklists). */
export const RECIPIENT_CLASSES = [
  "ourselves",
  "service_provider",
  "domestic_authority",
  "universal_jurisdiction",
  "icc",
  "un_mechanism",
  "ngo_partner",
  "media",
  "memorial",
  "research",
  "model_training",
  "public",
] as const;
type RecipientClass = (typeof RECIPIENT_CLASSES)[number];

/** 1 lowest … 5 highest: likelihood × impact, banded (OHCHR Manual on Human Rights Monitoring, protection). */
export const RISK_LEVELS = [1, 2, 3, 4, 5] as const;

/** The highest risk of a person at which a class may still be given anything; a setting may only lower it. */
export const RISK_CAPS: Readonly<Record<RecipientClass, number>> = {
  ourselves: 5,
  service_provider: 4,
  domestic_authority: 3,
  universal_jurisdiction: 3,
  icc: 3,
  un_mechanism: 3,
  ngo_partner: 2,
  media: 1,
  memorial: 1,
  research: 1,
  model_training: 1,
  public: 1,
};

export const PURPOSES = [
  "analysis",
  "referral",
  "proceedings",
  "inquiry",
  "advocacy",
  "publication",
  "remembrance",
  "research",
  "training",
] as const;
type Purpose = (typeof PURPOSES)[number];

/** For what a class may be asked for; nobody is asked whether a newspaper may open proceedings. */
export const PURPOSES_OF: Readonly<Record<RecipientClass, readonly Purpose[]>> = {
  ourselves: ["analysis"],
  service_provider: ["referral"],
  domestic_authority: ["proceedings"],
  universal_jurisdiction: ["proceedings"],
  icc: ["proceedings"],
  un_mechanism: ["inquiry", "proceedings"], // a mechanism hands on to courts, a commission reports (IIIM, IIMM)
  ngo_partner: ["advocacy", "proceedings"], // partners bring cases too
  media: ["publication"],
  memorial: ["remembrance"],
  research: ["research"],
  model_training: ["training"],
  public: ["publication"],
};

/** How a person is shown, from the least to the most revealing (IIIM and IIMM, scope of consent). */
export const FORMS = ["aggregate", "anonymised", "pseudonymous", "identified"] as const;
type Form = (typeof FORMS)[number];

/**
 * Redaction profiles: J1 judicial, identified · J2 judicial, pseudonymous · D1 disclosure to the defence through an authority ·
 * P1 partner · S1 statistics · P0 public.
 */
export const PROFILES = ["J1", "J2", "D1", "P1", "S1", "P0"] as const;

export const FORM_OF_PROFILE: Readonly<Record<(typeof PROFILES)[number], Form>> = {
  J1: "identified",
  J2: "pseudonymous",
  D1: "pseudonymous",
  P1: "pseudonymous",
  S1: "aggregate",
  P0: "anonymised",
};

/** Who has to have agreed: witnesses and victims, those close to them, and whoever helped (ICC RPE 81(4), 87; Eurojust/ICC). */
export const PROTECTED_ROLES = [
  "witness",
  "victim",
  "relative",
  "intermediary",
  "interpreter",
  "flagged",
] as const;

/** Roles that ask for no consent. Any role that is in neither list is protected: a new one must not open anything. */
export const UNPROTECTED_ROLES = ["suspect", "official", "publisher"] as const;

/** Parts of a person that can be refused by themselves: a face, and nothing else. */
export const ELEMENTS = ["name", "face", "voice", "place", "words", "medical", "relatives"] as const;

/** `not_asked` is no; `prefer_not_to_say` is an answer, valid everywhere, and no too (Murad Code). */
export const ANSWERS = ["yes", "no", "not_asked", "prefer_not_to_say"] as const;

/** Kinds of conditions that a program can test (IIIM, scope of consent); `other` waits until somebody makes one of them of it. */
export const CONDITIONS = [
  "contact_first",
  "exclude_recipient",
  "exclude_country",
  "embargo_until",
  "no_onward_transfer",
  "no_death_penalty",
  "only_form",
  "other",
] as const;

/** How consent was given: signed, marked by one who does not write, recorded, or spoken before a witness. */
export const WAYS_GIVEN = ["signed", "marked", "recorded", "before_witness"] as const;

/** What became of the person's copy: it may endanger whoever is found with it (Murad Code). */
export const SAFE_COPIES = ["handed_over", "kept_for_person", "not_wanted"] as const;

/** What a recipient assures (IIIM and IIMM: informed consent, no death penalty, no trial in absence, use within the scope). */
export const ASSURANCES = [
  "rights_and_fair_trial",
  "no_death_penalty",
  "in_absentia_policy",
  "no_immigration_or_intelligence_use",
  "honours_consent_scope",
  "secure_handling",
  "no_onward_transfer",
] as const;
type Assurance = (typeof ASSURANCES)[number];

/** Whoever brings a person before a court, and whoever hands on to one, gives all six (IIIM terms of reference; ICCPR 6, 14). */
const OF_COURTS: readonly Assurance[] = [
  "rights_and_fair_trial",
  "no_death_penalty",
  "in_absentia_policy",
  "no_immigration_or_intelligence_use",
  "honours_consent_scope",
  "secure_handling",
];

/**
 * What is demanded of a class. `no_onward_transfer` is of none: it is asked for where a person's condition does. Nothing is
 * asked of ourselves, who are bound by this gate. The public cannot promise: whoever publishes does, for the unpublished part.
 */
export const ASSURANCES_OF: Readonly<Record<RecipientClass, readonly Assurance[]>> = {
  ourselves: [],
  // Doctors and advisers of refugees are asked by immigration authorities; a referral must not become a file there.
  service_provider: ["no_immigration_or_intelligence_use", "honours_consent_scope", "secure_handling"],
  domestic_authority: OF_COURTS,
  universal_jurisdiction: OF_COURTS,
  icc: OF_COURTS,
  un_mechanism: OF_COURTS,
  // A partner that brings cases chooses the court, so it answers for a fair one; the penalty is not its to promise.
  ngo_partner: [
    "rights_and_fair_trial",
    "no_immigration_or_intelligence_use",
    "honours_consent_scope",
    "secure_handling",
  ],
  media: ["honours_consent_scope", "secure_handling"],
  memorial: ["honours_consent_scope", "secure_handling"],
  // Data sets and models outlive their makers and are bought by anybody (GDPR 5(1)(b), 89(1): purpose and safeguards).
  research: ["no_immigration_or_intelligence_use", "honours_consent_scope", "secure_handling"],
  model_training: ["no_immigration_or_intelligence_use", "honours_consent_scope", "secure_handling"],
  public: ["honours_consent_scope", "secure_handling"],
};

/** `build` asks neither for a leak scan nor for approvals, `approval` for the scan, `download` for both. */
export const STAGES = ["build", "approval", "download"] as const;

export const SCAN_RESULTS = ["not_run", "found", "empty"] as const;

export const APPROVAL_KINDS = ["legal", "protection"] as const;

/** Who can change that a rule applies: a role, the person themself alone, or nobody but time. */
type Changer = Role | "person" | "nobody";

/** Every rule of the gate by its stable id, in the order in which a refusal lists them, with who can change that it applies. */
export const RULES = {
  "ruleset.unknown": "administrator",

  "purpose.not_for_class": "legal_officer",
  "recipient.withdrawn": "legal_officer",
  "recipient.country_unknown": "legal_officer",
  "recipient.no_agreement": "legal_officer",
  "recipient.agreement_not_in_force": "legal_officer",
  "assurance.missing": "legal_officer",
  "assurance.not_in_force": "legal_officer",

  "item.persons_not_indexed": "investigator",
  "item.embargo": "legal_officer",
  "item.lead_only": "legal_officer",
  "item.release_hold": "legal_officer",
  "item.compartment_bar": "protection_officer",
  "third_person.undecided": "protection_officer",
  "finding.not_decided": "reviewer",
  "finding.not_in_its_folder": "investigator",

  "person.not_one_record": "administrator",
  "person.age_unknown": "investigator",
  "ledger.gap": "administrator",
  "consent.not_asked": "protection_officer",
  "consent.refused": "person",
  "consent.not_said": "person",
  "consent.waits_for_second": "protection_officer",
  "consent.not_yet": "nobody",
  "consent.ended": "protection_officer",
  "consent.confirmation_due": "protection_officer",
  "consent.suspended": "protection_officer",
  "consent.incomplete": "protection_officer",
  "consent.not_informed": "protection_officer",
  "consent.assent_refused": "person",
  "consent.guardian_suspect": "protection_officer",
  "consent.recipient_excluded": "person",
  "consent.form_exceeded": "person",
  "consent.element_refused": "person",
  "condition.contact_first": "protection_officer",
  "condition.exclude_recipient": "person",
  "condition.exclude_country": "person",
  "condition.embargo_until": "nobody",
  "condition.no_onward_transfer": "legal_officer",
  "condition.no_death_penalty": "legal_officer",
  "condition.only_form": "person",
  "condition.other": "protection_officer",
  "condition.unknown": "administrator",

  "risk.not_assessed": "protection_officer",
  "risk.not_fresh": "protection_officer",
  "risk.suspended": "protection_officer",
  "risk.above_cap": "protection_officer",
  "risk.mitigation_open": "protection_officer",

  "scan.not_run": "investigator",
  "scan.found": "investigator",
  "approval.no_bytes": "investigator",
  "approval.no_builder": "administrator",
  "approval.legal_missing": "legal_officer",
  "approval.legal_of_other_bytes": "legal_officer",
  "approval.legal_by_builder": "legal_officer",
  "approval.protection_missing": "protection_officer",
  "approval.protection_of_other_bytes": "protection_officer",
  "approval.protection_by_builder": "protection_officer",
  "approval.same_human": "protection_officer",
} as const satisfies Record<string, Changer>;
