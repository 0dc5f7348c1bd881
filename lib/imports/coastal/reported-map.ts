import type {
  FigureCertainty,
  FigureOutcome,
  FigureScope,
  FigureUnit,
  MediaKind,
  ProceedingKind,
  ProceedingStatus,
  ReportedVerification,
  ResponseKind,
  ResponseStatus,
} from "#lib/codebook/reported.ts";
import type { Side } from "#lib/codebook/vocabulary.ts";
import { lookUp } from "./look-up.ts";

/** How the coastal-2025 record's lists for figures, media items and proceedings read in our codebook. */

/** The side to which a figure is ascribed. */
export const figureSideOf = lookUp<Side>("figures.attributed_to", {
  government_aligned: "government_aligned",
  insurgent: "insurgent",
  both: "both",
  unspecified: "not_stated",
});

export const figureScopeOf = lookUp<FigureScope>("figures.scope", {
  incident: "incident",
  day: "day",
  governorate: "governorate",
  whole_event: "whole_event",
  proceeding: "proceeding",
  context: "context",
});

export const figureUnitOf = lookUp<FigureUnit>("figures.unit", {
  persons: "persons",
  percent: "percent",
  days: "days",
  sites: "sites",
  localities: "localities",
  villages: "villages",
  houses: "houses",
  hospitals: "hospitals",
  tents: "tents",
  "border crossings": "border_crossings",
  vehicles: "vehicles",
  machines: "machines",
  fires: "fires",
  killings: "killings",
  massacres: "massacres",
  lists: "lists",
  groups: "groups",
  organisations: "organisations",
});

export const figureOutcomeOf = lookUp<FigureOutcome>("figures.outcome", {
  killed: "killed",
  injured: "injured",
  shot: "shot",
  beaten: "beaten",
  bodies_seen: "bodies_seen",
  bodies_found: "bodies_found",
  bodies_buried: "bodies_buried",
  kidnapped: "kidnapped",
  detained: "detained",
  captured: "captured",
  displaced: "displaced",
  evicted: "evicted",
  evacuated: "evacuated",
  present: "present",
  burned: "burned",
  damaged: "damaged",
  bombarded: "bombarded",
  removed: "removed",
  out_of_service: "out_of_service",
  recorded: "recorded",
  listed: "listed",
  submitted: "submitted",
  ordered: "ordered",
  tried: "tried",
  appointed: "appointed",
});

export const figureCertaintyOf = lookUp<FigureCertainty>("figures.certainty", {
  exact: "exact",
  about: "about",
  at_least: "at_least",
  more_than: "more_than",
  up_to: "up_to",
  unquantified: "unquantified",
});

export const mediaKindOf = lookUp<MediaKind>("media_items.kind", {
  video: "video",
  photo: "photo",
  audio_or_call: "audio",
  satellite_imagery: "satellite_imagery",
  document: "document",
  statement: "statement",
  inscription: "inscription",
  telegram_post: "channel_post",
  social_media_posts: "social_media_post",
});

export const reportedVerificationOf = lookUp<ReportedVerification>("media_items.verification.state", {
  verified: "verified",
  authenticated: "authenticated",
  geolocated: "geolocated",
  unable_to_verify: "unable_to_verify",
  disputed: "disputed",
  inauthentic: "inauthentic",
  not_stated: "not_stated",
});

/** A record of `proceedings.json` is a step of justice or what a body said. */
export type ProceedingTarget =
  | { readonly record: "proceeding"; readonly kind: ProceedingKind }
  | { readonly record: "response"; readonly kind: ResponseKind };

export const proceedingOf = lookUp<ProceedingTarget>("proceedings.type", {
  complaint: { record: "proceeding", kind: "complaint" },
  arrest: { record: "proceeding", kind: "arrest" },
  suspect_list: { record: "proceeding", kind: "suspect_list" },
  domestic_inquiry: { record: "proceeding", kind: "domestic_inquiry" },
  external_investigation: { record: "proceeding", kind: "external_investigation" },
  trial: { record: "proceeding", kind: "trial" },
  hearing: { record: "proceeding", kind: "hearing" },
  call_for_investigation: { record: "response", kind: "call_for_investigation" },
  call_for_accountability: { record: "response", kind: "call_for_accountability" },
  call_for_protection: { record: "response", kind: "call_for_protection" },
  call_for_publication: { record: "response", kind: "call_for_publication" },
  request_for_information: { record: "response", kind: "request_for_information" },
  appeal: { record: "response", kind: "appeal" },
  statement_of_concern: { record: "response", kind: "statement_of_concern" },
  risk_alert: { record: "response", kind: "risk_alert" },
  accountability_pledge: { record: "response", kind: "accountability_pledge" },
  public_findings: { record: "response", kind: "public_findings" },
  religious_ruling: { record: "response", kind: "religious_ruling" },
  demonstration: { record: "response", kind: "demonstration" },
  status_note: { record: "response", kind: "status_note" },
});

export const proceedingStatusOf = lookUp<ProceedingStatus>("proceedings.status", {
  reported: "reported",
  announced: "announced",
  scheduled: "scheduled",
  held: "held",
  submitted_to_courts: "submitted_to_courts",
  findings_announced: "findings_announced",
  published: "published",
  verdict_pending: "verdict_pending",
  unanswered_in_source: "unanswered",
});

export const responseStatusOf = lookUp<ResponseStatus>("responses.status", {
  call_made: "call_made",
  statement_made: "statement_made",
  issued: "issued",
  announced: "announced",
  published: "published",
  held: "held",
  unanswered_in_source: "unanswered",
  no_charges_reported: "no_charges_reported",
});
