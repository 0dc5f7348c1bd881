import * as z from "zod";
import { idOf } from "#lib/core/fields.ts";
import {
  ACT_SENSES,
  BASES,
  EXCULPATORY_ANSWERS,
  FACETS,
  FINDING_STATUSES,
  HARD_EDGE_KINDS,
  IDENTIFICATION_BASES,
  PLAUSIBILITIES,
  RELIABILITIES,
  SOFT_EDGE_KINDS,
  STANCES,
  TENTHS,
} from "./words.ts";

export * from "./words.ts";

/**
 * Words and scales of corroboration, as closed lists. Safe for the browser: no rule, no I/O.
 *
 * Sources: HURIDOCS Events Standard Formats (who did what to whom, facet by facet); the Admiralty code as used by the
 * OHCHR Manual on Human Rights Monitoring (reliability apart from credibility); the Berkeley Protocol on Digital Open
 * Source Investigations (provenance of online items); OHCHR guidance on commissions of inquiry (standards of proof).
 */

export const StatementId = idOf("statement");
export const AllegationId = idOf("allegation");
export const EvidenceLinkId = idOf("evidenceLink");
export const DependencyId = idOf("dependency");
export const SourceTieId = idOf("sourceTie");
export const FindingId = idOf("finding");
export const AppealId = idOf("appeal");

/**
 * The rules of levels by version, oldest first: stored with every computed level, and a new one is made whenever a change can
 * change a result. A case goes on by its own until its reviewers have seen what would change and accept the newest.
 *
 * 2: what a witness read before, one party, one organisation and unknown origins are found in the record by themselves.
 */
export const ALGORITHM_VERSIONS = ["attest-corroboration-1", "attest-corroboration-2"] as const;
export const AlgorithmVersion = z.enum(ALGORITHM_VERSIONS);
export type AlgorithmVersion = z.infer<typeof AlgorithmVersion>;
export const ALGORITHM_VERSION: AlgorithmVersion = "attest-corroboration-2";

export const Facet = z.enum(FACETS);
export type Facet = z.infer<typeof Facet>;

export const Stance = z.enum(STANCES);
export type Stance = z.infer<typeof Stance>;

export const ActSense = z.enum(ACT_SENSES);
export type ActSense = z.infer<typeof ActSense>;

export const Exculpatory = z.enum(EXCULPATORY_ANSWERS);
export type Exculpatory = z.infer<typeof Exculpatory>;

export const Basis = z.enum(BASES);
export type Basis = z.infer<typeof Basis>;

export const Plausibility = z.literal(PLAUSIBILITIES);
export type Plausibility = z.infer<typeof Plausibility>;
export const CONFIRMED_PLAUSIBILITY = 1;

export const Reliability = z.enum(RELIABILITIES);
export type Reliability = z.infer<typeof Reliability>;

export const IdentificationBasis = z.enum(IDENTIFICATION_BASES);
export type IdentificationBasis = z.infer<typeof IdentificationBasis>;

/** On what a number rests; anything but a list without doubles or a declared statistic says nothing about a count. */
export const COUNT_BASES = ["none", "deduplicated_name_list", "declared_statistic"] as const;
export const CountBasis = z.enum(COUNT_BASES);
export type CountBasis = z.infer<typeof CountBasis>;

export const EVIDENCE_TYPES = [
  "testimony",
  "published_account",
  "count_claim",
  "media",
  "document",
  "medical_record",
] as const;
export const EvidenceType = z.enum(EVIDENCE_TYPES);
export type EvidenceType = z.infer<typeof EvidenceType>;

/**
 * The type that counts when two origins are asked to be of different types: an interview, a published account and a
 * published figure are all somebody's word, so they are one.
 */
export const EVIDENCE_FAMILY = {
  testimony: "account",
  published_account: "account",
  count_claim: "account",
  media: "media",
  document: "document",
  medical_record: "medical",
} as const satisfies Record<EvidenceType, string>;
export type EvidenceFamily = (typeof EVIDENCE_FAMILY)[EvidenceType];

/**
 * M0 not assessed · M1 earliest upload traced or filmer known · M2 integrity checked · M3 place or time confirmed by
 * one · M4 place and time confirmed by two, the second blind · M5 with an independent item (Berkeley Protocol).
 */
export const MEDIA_RANKS = ["M0", "M1", "M2", "M3", "M4", "M5"] as const;
export const MediaRank = z.enum(MEDIA_RANKS);
export type MediaRank = z.infer<typeof MediaRank>;

/** Whether a media item may be used at all, whatever its rank. */
export const MEDIA_CONDITIONS = ["usable", "recycled", "refuted"] as const;
export const MediaCondition = z.enum(MEDIA_CONDITIONS);
export type MediaCondition = z.infer<typeof MediaCondition>;

export const HardEdgeKind = z.enum(HARD_EDGE_KINDS);
export type HardEdgeKind = z.infer<typeof HardEdgeKind>;

export const Tenths = z.literal(TENTHS);
export type Tenths = z.infer<typeof Tenths>;

export const SoftEdgeKind = z.enum(SOFT_EDGE_KINDS);
export type SoftEdgeKind = z.infer<typeof SoftEdgeKind>;

/** Default strength of a soft tie, in tenths. */
export const SOFT_EDGE_TENTHS: Readonly<Record<SoftEdgeKind, Tenths>> = {
  coached_or_shown_account: 9,
  group_interview: 7,
  discussed_facet: 5,
  saw_coverage_first: 4,
  same_list_or_organisation: 4,
  same_publisher: 4,
  unknown_origin: 4,
  one_party: 4,
  same_household_or_kin: 3,
  contamination_not_asked: 3,
  same_interpreter: 2,
  same_interviewer: 1,
};

/** Soft ties that spread: who talked with one of a circle talked with the circle. */
export const GROUP_EDGE_KINDS = [
  "coached_or_shown_account",
  "group_interview",
  "discussed_facet",
] as const satisfies readonly SoftEdgeKind[];

/** What can tie two who speak, and with them all that they tell; every other tie is between two statements. */
export const SOURCE_TIE_KINDS = [
  "same_person",
  "relay_naming_origin",
  "same_anonymous_channel",
  "coached_or_shown_account",
  "group_interview",
  "discussed_facet",
  "same_list_or_organisation",
  "one_party",
  "same_household_or_kin",
] as const satisfies readonly (HardEdgeKind | SoftEdgeKind)[];
export const SourceTieKind = z.enum(SOURCE_TIE_KINDS);
export type SourceTieKind = z.infer<typeof SourceTieKind>;

/** Answers of the contamination questionnaire; `not_asked` is itself a finding. */
export const ASKED_VALUES = ["yes", "no", "not_asked"] as const;
export const Asked = z.enum(ASKED_VALUES);
export type Asked = z.infer<typeof Asked>;

/** 0 unsupported · 1 alleged · 2 credible single source · 3 partially · 4 corroborated · 5 strongly corroborated. */
export const DETERMINATION_LEVELS = [0, 1, 2, 3, 4, 5] as const;
export const DeterminationLevel = z.literal(DETERMINATION_LEVELS);
export type DeterminationLevel = z.infer<typeof DeterminationLevel>;

/** Message keys of the reasons a computed level carries, in the order in which they may appear. */
export const CEILING_REASONS = [
  "evidence_weighed",
  "one_origin",
  "origin_inconsistent",
  "reached_unsupported",
  "reached_alleged",
  "reached_single_source",
  "reached_partial",
  "reached_corroborated",
  "reached_strong",
  "stopped_too_few_origins",
  "stopped_dependent",
  "stopped_too_weak",
  "stopped_no_firsthand",
  "stopped_no_identification",
  "stopped_same_types",
  "stopped_not_in_one_set",
  "capped_contested",
  "refutation_proposed",
  "search_truncated",
] as const;
export type CeilingReasonKey = (typeof CEILING_REASONS)[number];

export const FindingStatus = z.enum(FINDING_STATUSES);
export type FindingStatus = z.infer<typeof FindingStatus>;

/** What a finding version concludes; it decides where the last approval leads. */
export const FINDING_CONCLUSIONS = ["determined", "refuted"] as const;
export const FindingConclusion = z.enum(FINDING_CONCLUSIONS);
export type FindingConclusion = z.infer<typeof FindingConclusion>;

/** What may be done with one version of a finding. */
export const FINDING_MOVES = [
  "submit",
  "take_up",
  "return",
  "approve",
  "confirm",
  "confirm_refutation",
  "contest",
  "withdraw",
  "take_over",
  "supersede",
] as const;
export const FindingMove = z.enum(FINDING_MOVES);
export type FindingMove = z.infer<typeof FindingMove>;

/** How an appeal ends: the version stands, is replaced by the panel's own, or goes back to a draft. */
export const APPEAL_OUTCOMES = ["upheld", "varied", "remanded"] as const;
export const AppealOutcome = z.enum(APPEAL_OUTCOMES);
export type AppealOutcome = z.infer<typeof AppealOutcome>;

/** On what an appeal rests. */
export const APPEAL_GROUNDS = [
  "new_evidence",
  "error_of_fact",
  "independence_misjudged",
  "procedure",
  "disproportionate",
  "other",
] as const;
export const AppealGround = z.enum(APPEAL_GROUNDS);
export type AppealGround = z.infer<typeof AppealGround>;

/** Where an appeal stands: it waits for its panel, the panel votes, or how it ended. */
export const APPEAL_STATES = ["lodged", "in_panel", ...APPEAL_OUTCOMES] as const;
export const AppealState = z.enum(APPEAL_STATES);
export type AppealState = z.infer<typeof AppealState>;

/** What makes a second approver necessary. */
export const SECOND_APPROVER_GROUNDS = [
  "individual_attribution",
  "sexual_violence",
  "child_concerned",
  "strongest_level",
  "refuted",
  "toll_change",
] as const;
export type SecondApproverGround = (typeof SECOND_APPROVER_GROUNDS)[number];

/** First letter of a violation code: K killing · T torture · G sexual and gender-based · L liberty · D displacement · P property · O objects · C child · X overlay · N context. */
export const VIOLATION_GROUPS = ["K", "T", "G", "L", "D", "P", "O", "C", "X", "N"] as const;
export const ViolationGroup = z.enum(VIOLATION_GROUPS);
export type ViolationGroup = z.infer<typeof ViolationGroup>;

/** One's own part in a finding: its author, or any of author, reviewer and second reviewer. */
export const OWN_PARTS = ["author", "any"] as const;

/** Named by each finding; "grounds" are open only from level 4 on (OHCHR guidance on commissions of inquiry). */
export const STANDARDS_OF_PROOF = ["none", "reasonable_suspicion", "reasonable_grounds"] as const;
export const StandardOfProof = z.enum(STANDARDS_OF_PROOF);
export type StandardOfProof = z.infer<typeof StandardOfProof>;

/** The one status a testimony shows. */
export const TESTIMONY_CORROBORATIONS = [
  "not_assessed",
  "uncorroborated",
  "partly_corroborated",
  "corroborated",
  "contested",
] as const;
export const TestimonyCorroboration = z.enum(TESTIMONY_CORROBORATIONS);
export type TestimonyCorroboration = z.infer<typeof TestimonyCorroboration>;

/** By what a record can be cited without a link of its own. */
export const CitingKind = z.enum(["allegation", "finding", "testimony"]);
export type CitingKind = z.output<typeof CitingKind>;

/** One record that cites another: its words and date, or the aspect and state of a finding. */
export interface CitingLine {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly edtf: string | null;
  readonly facet: string | null;
  readonly status: string | null;
  readonly createdAt: number;
}
