/** The parts of an allegation that are determined apart from each other. */
export const FACETS = [
  "occurrence",
  "victim",
  "time",
  "place",
  "unit",
  "individual",
  "victim_status",
  "count",
] as const;

/** How a statement bears on a facet; only `support` and `contradict` move the level. */
export const STANCES = ["support", "contradict", "qualify", "context"] as const;

/**
 * How the speaker knows. B0 not stated · B1 lived it · B2 saw or heard it · B3 saw the aftermath · B4 told by a named
 * participant or eyewitness · B5 told further, rumour · B6 inference or opinion · B7 record or custodian.
 */
export const BASES = ["B0", "B1", "B2", "B3", "B4", "B5", "B6", "B7"] as const;

/**
 * Credibility that a person may give: 2 probably true · 3 possibly · 4 doubtful · 5 improbable · 6 cannot be judged.
 * 1, "confirmed by other sources", is refused on input: it is only ever derived from corroboration (Admiralty code).
 */
export const PLAUSIBILITIES = [2, 3, 4, 5, 6] as const;

/** A completely · B usually · C fairly · D not usually · E unreliable · F cannot be judged (Admiralty code). */
export const RELIABILITIES = ["A", "B", "C", "D", "E", "F"] as const;

/** On what a statement's naming of an individual rests. */
export const IDENTIFICATION_BASES = [
  "none",
  "prior_acquaintance",
  "official_record",
  "insider",
  "self_identified",
] as const;

/** Ties that make two items one origin, so that they count once (Berkeley Protocol: find the earliest source). */
export const HARD_EDGE_KINDS = [
  "same_person",
  "same_recording",
  "same_document",
  "derived",
  "edited",
  "translated",
  "transcribed",
  "republished",
  "relay_naming_origin",
  "same_anonymous_channel",
] as const;

/** Strength of a soft tie in tenths; a reviewer may change it within the scale, with a reason. */
export const TENTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Ties that make two origins depend on each other in part. */
export const SOFT_EDGE_KINDS = [
  "coached_or_shown_account",
  "group_interview",
  "discussed_facet",
  "saw_coverage_first",
  "same_list_or_organisation",
  "same_publisher",
  "unknown_origin",
  "one_party",
  "same_household_or_kin",
  "contamination_not_asked",
  "same_interpreter",
  "same_interviewer",
] as const;
/** Whether a claim says that an act happened, or that it did not. */
export const ACT_SENSES = ["happened", "denied"] as const;

/** Whether a claim may show innocence or mitigate guilt (Rome Statute, articles 54(1)(a) and 67(2)). */
export const EXCULPATORY_ANSWERS = ["yes", "no"] as const;

/** The stations of a version of a finding. */
export const FINDING_STATUSES = [
  "draft",
  "submitted",
  "in_review",
  "returned",
  "first_approved",
  "approved",
  "contested",
  "refuted",
  "withdrawn",
  "superseded",
] as const;

/** What a reviewer decides with one key, of a testimony or a finding, and puts on record when they are through. */
export const REVIEW_ACTS = ["accept", "approve", "second", "return"] as const;
export type ReviewAct = (typeof REVIEW_ACTS)[number];

/** What drafts of decisions are about, as their keys say it. */
export const DECISION = "decision";

/**
 * The key of the draft that holds a decision not yet on record: the case first, as every key has it, and the record, so that a
 * deleted account takes it along.
 */
export const decisionKey = (caseId: string, recordId: string): string => `${caseId}.${DECISION}.${recordId}`;
