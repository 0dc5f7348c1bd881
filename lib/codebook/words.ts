export const TESTIMONY_INCIDENT_RELATIONS = ["describes", "mentions", "background"] as const;

/** How a testimony speaks of a suspect. In an incident or allegation a suspect has a `SuspectRole` instead. */
export const TESTIMONY_SUSPECT_ROLES = [
  "named",
  "named_as_perpetrator",
  "named_as_commander",
  "named_as_helper",
  "named_as_present",
  "named_as_protector",
  "described_not_named",
  "mentioned",
] as const;

/** On what a link between two records rests. */
export const LINK_BASES = [
  "not_stated",
  "stated_in_account",
  "stated_by_source",
  "official_record",
  "inferred_from_context",
  "analyst_assessment",
] as const;

/** Read from the first incident: it is part of, follows, … the second. */
export const INCIDENT_RELATIONS = [
  "part_of",
  "follows",
  "reprisal_for",
  "same_pattern",
  "possible_duplicate",
  "related",
] as const;

/** Read from the first actor: it is part of, commands, … the second. No edge makes anyone liable. */
export const ACTOR_RELATIONS = [
  "part_of",
  "member_of",
  "commands",
  "controls",
  "allied_with",
  "successor_of",
  "possible_duplicate",
] as const;

/** A part in an act: a mode of liability, or a mere fact. */
export interface SuspectRoleType {
  /** Provision of the Rome Statute; null for facts, which are no mode of liability. */
  readonly romeStatute: string | null;
  /** HURIDOCS micro-thesaurus list 18 (types of involvement); null where it has no term. */
  readonly huridocs: string | null;
}

export const SUSPECT_ROLE_TYPES = {
  direct: { romeStatute: "25(3)(a)", huridocs: "0101" },
  co_perpetration: { romeStatute: "25(3)(a)", huridocs: null },
  indirect: { romeStatute: "25(3)(a)", huridocs: null },
  ordering: { romeStatute: "25(3)(b)", huridocs: "0102" },
  soliciting_inducing: { romeStatute: "25(3)(b)", huridocs: null },
  aiding_abetting: { romeStatute: "25(3)(c)", huridocs: "0103" },
  common_purpose: { romeStatute: "25(3)(d)", huridocs: "0105" },
  incitement_genocide: { romeStatute: "25(3)(e)", huridocs: null },
  attempt: { romeStatute: "25(3)(f)", huridocs: null },
  commander: { romeStatute: "28(a)", huridocs: "0501–0503" },
  civilian_superior: { romeStatute: "28(b)", huridocs: "0501–0503" },
  present_only: { romeStatute: null, huridocs: "0104" },
  suspected: { romeStatute: null, huridocs: "0106" },
} as const satisfies Record<string, SuspectRoleType>;

/** The part of an actor in an incident or allegation, as alleged. */
export const SUSPECT_ROLES = idsOf(SUSPECT_ROLE_TYPES);

/** The ids of a table in the order in which they are written; none looks like an integer, so the order is kept. */
export function idsOf<Id extends string>(table: Readonly<Record<Id, unknown>>): [Id, ...Id[]] {
  return Object.keys(table) as [Id, ...Id[]];
}
