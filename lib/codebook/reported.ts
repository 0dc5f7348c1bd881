import { z } from "zod";

/** How reported figures, media items, proceedings and responses are described. Ids only; words are in `codebook`. */

/** What a figure is about, when it is not about one incident. Figures are never added together. */
export const FIGURE_SCOPES = [
  "incident",
  "day",
  "governorate",
  "whole_event",
  "proceeding",
  "context",
] as const;
export const FigureScope = z.enum(FIGURE_SCOPES);
export type FigureScope = z.infer<typeof FigureScope>;

export const FIGURE_UNITS = [
  "persons",
  "percent",
  "days",
  "sites",
  "localities",
  "villages",
  "houses",
  "hospitals",
  "tents",
  "border_crossings",
  "vehicles",
  "machines",
  "fires",
  "killings",
  "massacres",
  "lists",
  "groups",
  "organisations",
] as const;
export const FigureUnit = z.enum(FIGURE_UNITS);
export type FigureUnit = z.infer<typeof FigureUnit>;

/** What happened to those counted. */
export const FIGURE_OUTCOMES = [
  "killed",
  "injured",
  "shot",
  "beaten",
  "bodies_seen",
  "bodies_found",
  "bodies_buried",
  "missing",
  "kidnapped",
  "detained",
  "captured",
  "released",
  "displaced",
  "evicted",
  "evacuated",
  "returned",
  "present",
  "burned",
  "damaged",
  "bombarded",
  "removed",
  "out_of_service",
  "recorded",
  "listed",
  "submitted",
  "ordered",
  "tried",
  "appointed",
] as const;
export const FigureOutcome = z.enum(FIGURE_OUTCOMES);
export type FigureOutcome = z.infer<typeof FigureOutcome>;

/** Categories that have words in the catalogue; a record may name another (`FigureCategory`). */
export const FIGURE_CATEGORIES = [
  "total",
  "civilians",
  "civilians_and_disarmed_combatants",
  "alawites",
  "alawite_civilians",
  "christian_civilians",
  "shiite_civilians",
  "men",
  "women",
  "children",
  "security_forces",
  "armed_personnel",
  "insurgents",
  "former_fighters",
  "population",
  "population_share",
  "area_share",
  "detained",
  "kidnapped",
  "displaced",
  "evicted",
  "demonstrators",
  "suspects",
  "defendants",
  "perpetrator_categories",
  "committee_members",
  "organisations",
  "massacres",
  "cases_investigated",
  "sites",
  "houses",
  "hospitals",
  "tents",
  "vehicles",
  "equipment",
  "fires",
  "documents",
  "deadline",
  "duration",
] as const;
export type KnownFigureCategory = (typeof FIGURE_CATEGORIES)[number];

/** Who or what was counted: a known category, or the record's own word for it. */
export const FigureCategory = z.string().trim().min(1).max(80).brand<"FigureCategory">();
export type FigureCategory = z.infer<typeof FigureCategory>;

/** True when the category has words in the catalogue; another one is shown as the record has it. */
export function isKnownFigureCategory(category: string): category is KnownFigureCategory {
  return FIGURE_CATEGORIES.some((known) => known === category);
}

/** How firmly the source put the number. `more_than` and `fewer_than` exclude their bound; `unquantified` has words only. */
export const FIGURE_CERTAINTIES = [
  "exact",
  "about",
  "between",
  "at_least",
  "more_than",
  "up_to",
  "fewer_than",
  "unquantified",
] as const;
export const FigureCertainty = z.enum(FIGURE_CERTAINTIES);
export type FigureCertainty = z.infer<typeof FigureCertainty>;

export const MEDIA_KINDS = [
  "video",
  "photo",
  "audio",
  "satellite_imagery",
  "document",
  "statement",
  "inscription",
  "channel_post",
  "social_media_post",
  "chat_export",
  "web_page",
  "sketch_or_map",
] as const;
export const MediaKind = z.enum(MEDIA_KINDS);
export type MediaKind = z.infer<typeof MediaKind>;

/** What an outlet said it found about a media item; never our own rank. */
export const REPORTED_VERIFICATIONS = [
  "verified",
  "authenticated",
  "geolocated",
  "unable_to_verify",
  "disputed",
  "inauthentic",
  "not_stated",
] as const;
export const ReportedVerification = z.enum(REPORTED_VERIFICATIONS);
export type ReportedVerification = z.infer<typeof ReportedVerification>;

/** What our own analysts verify, each apart (Berkeley Protocol). */
export const MEDIA_DIMENSIONS = ["provenance", "integrity", "place", "time", "content"] as const;
export const MediaDimension = z.enum(MEDIA_DIMENSIONS);
export type MediaDimension = z.infer<typeof MediaDimension>;

/** State of one dimension; `unverifiable` is a result, not a gap. */
export const VERIFICATION_STATES = [
  "not_assessed",
  "unverifiable",
  "possible",
  "probable",
  "confirmed",
  "refuted",
] as const;
export const VerificationState = z.enum(VERIFICATION_STATES);
export type VerificationState = z.infer<typeof VerificationState>;

export const MEDIA_FLAGS = [
  "recycled",
  "misdated",
  "edited",
  "synthetic_suspected",
  "contested",
  "unverifiable_final",
] as const;
export const MediaFlag = z.enum(MEDIA_FLAGS);
export type MediaFlag = z.infer<typeof MediaFlag>;

/** A step of justice or of an inquiry. */
export const PROCEEDING_KINDS = [
  "complaint",
  "arrest",
  "suspect_list",
  "domestic_inquiry",
  "external_investigation",
  "indictment",
  "trial",
  "hearing",
  "judgment",
] as const;
export const ProceedingKind = z.enum(PROCEEDING_KINDS);
export type ProceedingKind = z.infer<typeof ProceedingKind>;

export const PROCEEDING_STATUSES = [
  "reported",
  "announced",
  "scheduled",
  "ongoing",
  "held",
  "submitted_to_courts",
  "findings_announced",
  "published",
  "verdict_pending",
  "verdict_given",
  "discontinued",
  "unanswered",
] as const;
export const ProceedingStatus = z.enum(PROCEEDING_STATUSES);
export type ProceedingStatus = z.infer<typeof ProceedingStatus>;

/** What a body said or asked for: not a step of justice. */
export const RESPONSE_KINDS = [
  "call_for_investigation",
  "call_for_accountability",
  "call_for_protection",
  "call_for_publication",
  "request_for_information",
  "appeal",
  "statement_of_concern",
  "risk_alert",
  "accountability_pledge",
  "public_findings",
  "religious_ruling",
  "demonstration",
  "status_note",
] as const;
export const ResponseKind = z.enum(RESPONSE_KINDS);
export type ResponseKind = z.infer<typeof ResponseKind>;

export const RESPONSE_STATUSES = [
  "call_made",
  "statement_made",
  "issued",
  "announced",
  "published",
  "held",
  "answered",
  "unanswered",
  "no_charges_reported",
] as const;
export const ResponseStatus = z.enum(RESPONSE_STATUSES);
export type ResponseStatus = z.infer<typeof ResponseStatus>;
