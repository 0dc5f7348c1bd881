import { z } from "zod";
import {
  ACTOR_RELATIONS,
  INCIDENT_RELATIONS,
  LINK_BASES,
  TESTIMONY_INCIDENT_RELATIONS,
  TESTIMONY_SUSPECT_ROLES,
} from "./words.ts";

export {
  ACTOR_RELATIONS,
  INCIDENT_RELATIONS,
  LINK_BASES,
  TESTIMONY_INCIDENT_RELATIONS,
  TESTIMONY_SUSPECT_ROLES,
} from "./words.ts";

/**
 * The closed lists by which records are described. Ids only; words are in the catalogue `codebook`, one branch a list.
 * Types of acts, roles of suspects and attribution are in `violations.ts`; figures, media and proceedings in
 * `reported.ts`; scales of knowledge and reliability belong to corroboration.
 */

/** Who can be alleged to have acted, or acts on the record. */
export const ACTOR_KINDS = [
  "person",
  "unit",
  "armed_group",
  "armed_civilians",
  "state_force",
  "foreign_state_force",
  "government",
  "state_body",
  "judicial_body",
  "international_body",
  "political_body",
  "community_body",
  "company",
  "civilians",
  "unidentified_group",
] as const;
export const ActorKind = z.enum(ACTOR_KINDS);
export type ActorKind = z.infer<typeof ActorKind>;

/** The side to which a record ascribes an act or an actor; `both` in fighting only means two parties. */
export const SIDES = ["government_aligned", "insurgent", "both", "other", "unknown", "not_stated"] as const;
export const Side = z.enum(SIDES);
export type Side = z.infer<typeof Side>;

/** Who gave or published information. */
export const SOURCE_KINDS = [
  "person",
  "community",
  "media",
  "monitor",
  "ngo",
  "un_body",
  "intergovernmental",
  "state",
  "court",
  "armed_group",
  "online_channel",
] as const;
export const SourceKind = z.enum(SOURCE_KINDS);
export type SourceKind = z.infer<typeof SourceKind>;

export const PLACE_KINDS = [
  "country",
  "governorate",
  "district",
  "sub_district",
  "region",
  "city",
  "town",
  "village",
  "neighbourhood",
  "road",
  "building",
  "site",
  "base",
  "checkpoint",
  "detention_place",
  "camp",
  "border_crossing",
  "natural_feature",
] as const;
export const PlaceKind = z.enum(PLACE_KINDS);
export type PlaceKind = z.infer<typeof PlaceKind>;

/** Greatest radius of a place's point by precision, in metres; P7 is a place with no point. */
export const PLACE_RADIUS_METRES = {
  P0: 10,
  P1: 50,
  P2: 500,
  P3: 5_000,
  P4: 20_000,
  P5: 50_000,
  P6: 150_000,
  P7: null,
} as const satisfies Record<string, number | null>;
export const PLACE_PRECISIONS = ["P0", "P1", "P2", "P3", "P4", "P5", "P6", "P7"] as const;
export const PlacePrecision = z.enum(PLACE_PRECISIONS);
export type PlacePrecision = z.infer<typeof PlacePrecision>;

/** The finest precision that a radius in metres (> 0) allows; null, no point, is P7. */
export function precisionOfRadius(radiusMetres: number | null): PlacePrecision {
  if (radiusMetres === null) return "P7";
  const fits = (precision: PlacePrecision): boolean =>
    radiusMetres <= (PLACE_RADIUS_METRES[precision] ?? Infinity);
  return PLACE_PRECISIONS.find(fits) ?? "P7";
}

/** On what a coordinate or the parent of a place rests. */
export const PLACE_BASES = [
  "source_text",
  "general_knowledge",
  "gazetteer",
  "geolocated",
  "field_visit",
  "not_stated",
] as const;
export const PlaceBasis = z.enum(PLACE_BASES);
export type PlaceBasis = z.infer<typeof PlaceBasis>;

/** One event; a count or condition over places or days; a repeated way of acting; a frame for many incidents. */
export const INCIDENT_KINDS = ["event", "aggregate", "pattern", "umbrella"] as const;
export const IncidentKind = z.enum(INCIDENT_KINDS);
export type IncidentKind = z.infer<typeof IncidentKind>;

/** True when findings other than a count may be made: an umbrella or a pattern is no single event. */
export function takesFindings(kind: IncidentKind): boolean {
  return kind === "event" || kind === "aggregate";
}

/** Who was harmed, as the record puts it; a community is named only where it is part of the report. */
export const VICTIM_GROUPS = [
  "alawite_civilians",
  "alawite_women_girls",
  "sunni_civilians",
  "christian_civilians",
  "shiite_civilians",
  "ismaili_civilians",
  "druze",
  "kurdish_civilians",
  "civilians_unspecified",
  "general_population",
  "women_girls",
  "children",
  "detainees",
  "displaced_people",
  "journalists",
  "medical_workers",
  "aid_workers",
  "security_forces",
  "insurgents",
  "former_fighters",
  "mixed",
  "unknown",
] as const;
export const VictimGroup = z.enum(VICTIM_GROUPS);
export type VictimGroup = z.infer<typeof VictimGroup>;

export const TESTIMONY_KINDS = ["interview", "written_statement", "published_account"] as const;
export const TestimonyKind = z.enum(TESTIMONY_KINDS);
export type TestimonyKind = z.infer<typeof TestimonyKind>;

/** How near the text is to the words that were spoken. */
export const TEXT_BASES = ["verbatim", "notes", "paraphrase"] as const;
export const TextBasis = z.enum(TEXT_BASES);
export type TextBasis = z.infer<typeof TextBasis>;

/** In what capacity the account speaks. */
export const VOICES = [
  "survivor",
  "witness",
  "resident",
  "medical",
  "community_list",
  "monitor",
  "official",
  "perpetrator",
] as const;
export const Voice = z.enum(VOICES);
export type Voice = z.infer<typeof Voice>;

/** Languages of testimonies and documents (ISO 639), most needed first. */
export const LANGUAGES = [
  ...(["ar", "en", "ku", "fr", "de", "tr", "hy", "arc", "ru", "fa", "he", "nl", "sv", "es"] as const),
  "unknown",
] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** Who was in the room of an interview (Méndez Principles; Rules of Procedure and Evidence of the ICC, rule 111). */
export const PRESENT_ROLES = [
  "interviewer",
  "interpreter",
  "support_person",
  "guardian",
  "lawyer",
  "other",
] as const;
export const PresentRole = z.enum(PRESENT_ROLES);
export type PresentRole = z.infer<typeof PresentRole>;

/** What kind of place an interview was held in: never which one. */
export const INTERVIEW_PLACES = [
  "office",
  "partner_office",
  "witness_home",
  "other_home",
  "shelter_or_camp",
  "medical_facility",
  "public_place",
  "place_of_detention",
  "telephone",
  "video_call",
  "other",
  "prefer_not_to_say",
  "not_recorded",
] as const;
export const InterviewPlace = z.enum(INTERVIEW_PLACES);

export const TestimonyIncidentRelation = z.enum(TESTIMONY_INCIDENT_RELATIONS);
export type TestimonyIncidentRelation = z.infer<typeof TestimonyIncidentRelation>;

export const TestimonySuspectRole = z.enum(TESTIMONY_SUSPECT_ROLES);
export type TestimonySuspectRole = z.infer<typeof TestimonySuspectRole>;

export const LinkBasis = z.enum(LINK_BASES);
export type LinkBasis = z.infer<typeof LinkBasis>;

export const IncidentRelation = z.enum(INCIDENT_RELATIONS);
export type IncidentRelation = z.infer<typeof IncidentRelation>;

export const ActorRelation = z.enum(ACTOR_RELATIONS);
export type ActorRelation = z.infer<typeof ActorRelation>;
