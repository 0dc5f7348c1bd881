import type {
  PersecutionGround,
  ProtectedObject,
  SuspectRole,
  ViolationCode,
} from "#lib/codebook/violations.ts";
import type {
  ActorKind,
  IncidentKind,
  Language,
  LinkBasis,
  PlaceBasis,
  PlaceKind,
  PlacePrecision,
  Side,
  SourceKind,
  TestimonyKind,
  TestimonySuspectRole,
  TextBasis,
  VictimGroup,
  Voice,
} from "#lib/codebook/vocabulary.ts";
import { Edtf, UNKNOWN_DATE, type UncertainDate } from "#lib/core/uncertain-date.ts";
import type { Basis, HardEdgeKind, SoftEdgeKind, Stance } from "#lib/corroboration/vocabulary.ts";
import { lookUp } from "./look-up.ts";

/**
 * How the value lists of the coastal-2025 record read in our codebook (figures, media and proceedings: `reported-map.ts`).
 * Every list is written out: a value that is not in it is refused, never guessed, and no two values become one.
 */

/** Where a violation of the record goes: an act of the codebook, or a tag on the statement. */
export type ViolationTarget =
  | {
      readonly kind: "act";
      readonly code: ViolationCode;
      readonly protectedObject: ProtectedObject | null;
      /** Codes that the record's wider term may also mean; a person decides, statement by statement. */
      readonly alternatives: readonly ViolationCode[];
    }
  | { readonly kind: "tag"; readonly tag: "persecution"; readonly ground: PersecutionGround };

/** Fighting, obstruction and the like imply no crime; a killing or ill-treatment takes the entry that claims least. */
export const violationOf = lookUp<ViolationTarget>("violation", {
  vio_unlawful_killing: act("K0", "K1", "K2", "K4"),
  vio_summary_execution: act("K1"),
  vio_mass_killing: act("K3"),
  vio_denial_of_quarter: act("K7"),
  vio_attack_on_civilians: act("K8", "K2", "K6"),
  vio_indiscriminate_attack: act("K9", "K4"),
  vio_attack_on_medical: { ...act("O1"), protectedObject: "medical" },
  vio_attack_on_religious_site: { ...act("O1"), protectedObject: "religious" },
  vio_torture_ill_treatment: act("T2", "T1"),
  vio_mutilation: act("T6", "T4"),
  vio_outrage_on_dignity: act("T3", "T4"),
  vio_denial_of_burial: act("T4"),
  vio_arbitrary_detention: act("L1", "L5"),
  vio_enforced_disappearance: act("L2"),
  vio_abduction: act("L3", "L4"),
  vio_sexual_slavery: act("G2"),
  vio_forced_marriage: act("G3"),
  vio_forced_displacement: act("D1", "D2"),
  vio_forced_eviction: act("D3"),
  vio_pillage: act("P1"),
  vio_extortion: act("P4"),
  vio_property_destruction: act("P2"),
  vio_aid_obstruction: act("O2", "D5"),
  vio_persecution: { kind: "tag", tag: "persecution", ground: "religious" },
  vio_incitement: act("X2"),
  vio_threats: act("T5"),
  vio_armed_clash: act("N1"),
  vio_attack_on_state_forces: act("N2"),
  vio_capture_of_personnel: act("N3", "L4"),
  vio_sabotage: act("N4", "P2"),
  vio_flag_misuse: act("N5"),
  vio_disinformation: act("N6"),
  vio_evidence_concealment: act("N7"),
  vio_press_restriction: act("N8"),
  vio_force_at_assembly: act("N9"),
  vio_essential_services_cut: act("N10", "D5"),
});

function act(
  code: ViolationCode,
  ...alternatives: ViolationCode[]
): Extract<ViolationTarget, { kind: "act" }> {
  return { kind: "act", code, protectedObject: null, alternatives };
}

export const actorKindOf = lookUp<ActorKind>("actors.kind", {
  government: "government",
  state_body: "state_body",
  state_force: "state_force",
  judicial_body: "judicial_body",
  armed_group: "armed_group",
  armed_unit: "unit",
  armed_civilians: "armed_civilians",
  unidentified: "unidentified_group",
  civilians: "civilians",
  political_body: "political_body",
  foreign_state_force: "foreign_state_force",
  community_body: "community_body",
  company: "company",
});

/** The side of an actor or of the alleged perpetrators of an incident. */
export const sideOf = lookUp<Side>("attributed_side", {
  government_aligned: "government_aligned",
  insurgent: "insurgent",
  both: "both",
  other: "other",
  unknown: "unknown",
  not_stated: "not_stated",
});

export const sourceKindOf = lookUp<SourceKind>("sources.kind", {
  media: "media",
  monitor: "monitor",
  state: "state",
  armed_group_statement: "armed_group",
  un_body: "un_body",
  ngo: "ngo",
  community: "community",
});

export const placeKindOf = lookUp<PlaceKind>("places.kind", {
  country: "country",
  governorate: "governorate",
  region: "region",
  district: "district",
  natural_feature: "natural_feature",
  city: "city",
  town: "town",
  village: "village",
  neighbourhood: "neighbourhood",
  base: "base",
  road: "road",
  site: "site",
});

/** On what a place's coordinates or its parent rest. */
export const placeBasisOf = lookUp<PlaceBasis>("places.basis", {
  article: "source_text",
  general_knowledge: "general_knowledge",
  not_stated: "not_stated",
});

/** Rounding to 0.05° moves a point by up to 3.6 km at this latitude: half a step north and half a step east. */
export const coordinatePrecisionOf = lookUp<{
  readonly precision: PlacePrecision;
  readonly radiusMetres: number;
}>("places.coordinate_precision", { "0.05deg": { precision: "P3", radiusMetres: 4_000 } });

export const incidentKindOf = lookUp<IncidentKind>("incidents.record_kind", {
  event: "event",
  aggregate: "aggregate",
  pattern: "pattern",
  umbrella: "umbrella",
});

export const victimGroupOf = lookUp<VictimGroup>("incidents.victim_group", {
  alawite_civilians: "alawite_civilians",
  alawite_women_girls: "alawite_women_girls",
  civilians_unspecified: "civilians_unspecified",
  shiite_civilians: "shiite_civilians",
  christian_civilians: "christian_civilians",
  druze: "druze",
  security_forces: "security_forces",
  former_fighters: "former_fighters",
  insurgents: "insurgents",
  journalists: "journalists",
  general_population: "general_population",
  mixed: "mixed",
});

export const voiceOf = lookUp<Voice>("accounts.account_type", {
  direct_survivor: "survivor",
  resident: "resident",
  medical: "medical",
  community_list: "community_list",
  monitor_summary: "monitor",
  official_statement: "official",
  perpetrator_statement: "perpetrator",
});

export const basisOf = lookUp<Basis>("accounts.directness", {
  firsthand: "B2",
  hearsay: "B5",
  unknown: "B0",
});

export const stanceOf = lookUp<Stance>("allegations.stance", {
  alleges: "support",
  denies: "contradict",
  mitigates: "qualify",
  context: "context",
});

/** What the record's hint says about two sources; `by_origin` asks the importer to compare their origins. */
export type Tie =
  | { readonly tie: "none" }
  | { readonly tie: "hard"; readonly kind: HardEdgeKind }
  | { readonly tie: "soft"; readonly kind: SoftEdgeKind }
  | { readonly tie: "by_origin"; readonly sameOrigin: HardEdgeKind; readonly otherwise: SoftEdgeKind };

export const tieOf = lookUp<Tie>("corroboration.independence", {
  different_source: { tie: "none" },
  same_source: { tie: "hard", kind: "relay_naming_origin" },
  shared_publisher: { tie: "by_origin", sameOrigin: "relay_naming_origin", otherwise: "same_publisher" },
  unknown: { tie: "soft", kind: "unknown_origin" },
});

/**
 * A date of the record. None is an unknown date, not an error; its one season becomes months, with the word kept.
 * Throws ZodError with a message key for anything else that is no date.
 */
export function dateOf(edtf: string | null): UncertainDate {
  if (edtf === null) return UNKNOWN_DATE;
  if (edtf === "2025-22") return { edtf: "2025-06~/2025-08~", wording: "summer" };
  return { edtf: Edtf.parse(edtf), wording: null };
}

/** Every account of the record is a retelling by somebody else, in a language that is not stated. */
export const ACCOUNT_FORM = {
  kind: "published_account",
  textBasis: "paraphrase",
  language: "unknown",
} as const satisfies { kind: TestimonyKind; textBasis: TextBasis; language: Language };

/** `suspect_actor_ids` name an actor and say neither in what part nor on what basis. */
export const TESTIMONY_SUSPECT_LINK = {
  role: "named",
  basis: "not_stated",
} as const satisfies { role: TestimonySuspectRole; basis: LinkBasis };

/** `alleged_perpetrators` carry a source and a basis in words; the part is not stated. */
export const INCIDENT_SUSPECT_LINK = {
  role: "suspected",
  basis: "stated_by_source",
} as const satisfies { role: SuspectRole; basis: LinkBasis };

/** The source that stands for "not attributed": one single origin, never an independent one. */
export const UNATTRIBUTED_SOURCE_ID = "src_seed_article";

/** Bodies of the one government that the record speaks of: different sources, but one party. */
export const GOVERNMENT_SOURCE_IDS: ReadonlySet<string> = new Set([
  "src_sana",
  "src_syrian_state_media",
  "src_transitional_government",
  "src_syrian_presidency",
  "src_interior_ministry",
  "src_defence_ministry",
  "src_general_intelligence",
  "src_moc_channel",
  "src_latakia_public_security",
  "src_latakia_media_office",
  "src_62nd_division_command",
  "src_national_committee",
  "src_supreme_fatwa_council",
]);
