import type { linkKinds } from "#db/schema/links.ts";
import type { CodebookList } from "#lib/codebook/lists.ts";
import {
  ACTOR_RELATIONS,
  INCIDENT_RELATIONS,
  SUSPECT_ROLES,
  TESTIMONY_INCIDENT_RELATIONS,
  TESTIMONY_SUSPECT_ROLES,
} from "#lib/codebook/words.ts";

/** What a link can join. */
export const LINK_NOUNS = [
  "testimony",
  "incident",
  "actor",
  "place",
  "media",
  "figure",
  "proceeding",
  "source",
] as const;
export type LinkNoun = (typeof LINK_NOUNS)[number];

/** The column of each end: its foreign key goes over case and id, so that no link crosses cases. */
type EndColumn =
  | "testimonyId"
  | "incidentId"
  | "otherIncidentId"
  | "actorId"
  | "otherActorId"
  | "placeId"
  | "mediaId"
  | "figureId"
  | "proceedingId"
  | "sourceId";

/** What a kind of link joins and asks. A role is read from the first end: it is part of, names, … the second. */
export interface LinkKindSpec {
  readonly from: LinkNoun;
  readonly to: LinkNoun;
  readonly columns: { readonly from: EndColumn; readonly to: EndColumn };
  /** Roles allowed; a role must be given where there are any. */
  readonly roles: readonly string[];
  /** The list of the codebook that holds the words of the roles. */
  readonly roleWords: CodebookList | null;
  /** On what it rests must be said, if only that nobody says. */
  readonly basisRequired: boolean;
  /** Roles in which the two ends are alike: a link and its reverse are one link. */
  readonly symmetricRoles: readonly string[];
  /** Roles by which a record can never come to belong to itself. */
  readonly loopFreeRoles: readonly string[];
  /** It says that somebody did something: alleged, and no more than that, however many say so. */
  readonly alleged: boolean;
}

const PLAIN = {
  roles: [],
  roleWords: null,
  basisRequired: false,
  symmetricRoles: [],
  loopFreeRoles: [],
  alleged: false,
} as const;

/** Every kind of link, in the order in which a record lists them. */
export const LINK_KINDS = {
  testimony_incident: {
    ...PLAIN,
    from: "testimony",
    to: "incident",
    columns: { from: "testimonyId", to: "incidentId" },
    roles: TESTIMONY_INCIDENT_RELATIONS,
    roleWords: "testimonyIncidentRelation",
  },
  testimony_suspect: {
    ...PLAIN,
    from: "testimony",
    to: "actor",
    columns: { from: "testimonyId", to: "actorId" },
    roles: TESTIMONY_SUSPECT_ROLES,
    roleWords: "testimonySuspectRole",
    basisRequired: true,
    alleged: true,
  },
  testimony_place: {
    ...PLAIN,
    from: "testimony",
    to: "place",
    columns: { from: "testimonyId", to: "placeId" },
  },
  testimony_media: {
    ...PLAIN,
    from: "testimony",
    to: "media",
    columns: { from: "testimonyId", to: "mediaId" },
  },
  testimony_figure: {
    ...PLAIN,
    from: "testimony",
    to: "figure",
    columns: { from: "testimonyId", to: "figureId" },
  },
  incident_suspect: {
    ...PLAIN,
    from: "incident",
    to: "actor",
    columns: { from: "incidentId", to: "actorId" },
    roles: SUSPECT_ROLES,
    roleWords: "suspectRole",
    basisRequired: true,
    alleged: true,
  },
  incident_incident: {
    ...PLAIN,
    from: "incident",
    to: "incident",
    columns: { from: "incidentId", to: "otherIncidentId" },
    roles: INCIDENT_RELATIONS,
    roleWords: "incidentRelation",
    symmetricRoles: ["same_pattern", "possible_duplicate", "related"],
    loopFreeRoles: ["part_of"],
  },
  incident_place: {
    ...PLAIN,
    from: "incident",
    to: "place",
    columns: { from: "incidentId", to: "placeId" },
  },
  actor_actor: {
    ...PLAIN,
    from: "actor",
    to: "actor",
    columns: { from: "actorId", to: "otherActorId" },
    roles: ACTOR_RELATIONS,
    roleWords: "actorRelation",
    basisRequired: true,
    symmetricRoles: ["allied_with", "possible_duplicate"],
    loopFreeRoles: ["part_of"],
  },
  media_incident: {
    ...PLAIN,
    from: "media",
    to: "incident",
    columns: { from: "mediaId", to: "incidentId" },
  },
  media_place: { ...PLAIN, from: "media", to: "place", columns: { from: "mediaId", to: "placeId" } },
  proceeding_incident: {
    ...PLAIN,
    from: "proceeding",
    to: "incident",
    columns: { from: "proceedingId", to: "incidentId" },
  },
  proceeding_actor: {
    ...PLAIN,
    from: "proceeding",
    to: "actor",
    columns: { from: "proceedingId", to: "actorId" },
  },
  proceeding_place: {
    ...PLAIN,
    from: "proceeding",
    to: "place",
    columns: { from: "proceedingId", to: "placeId" },
  },
  proceeding_figure: {
    ...PLAIN,
    from: "proceeding",
    to: "figure",
    columns: { from: "proceedingId", to: "figureId" },
  },
  proceeding_media: {
    ...PLAIN,
    from: "proceeding",
    to: "media",
    columns: { from: "proceedingId", to: "mediaId" },
  },
  proceeding_source: {
    ...PLAIN,
    from: "proceeding",
    to: "source",
    columns: { from: "proceedingId", to: "sourceId" },
  },
} as const satisfies Record<(typeof linkKinds)[number], LinkKindSpec>;

export type LinkKind = keyof typeof LINK_KINDS;

export const LINK_KINDS_IN_ORDER = Object.keys(LINK_KINDS) as [LinkKind, ...LinkKind[]]; // guaranteed by the table above

/** The rules of a kind. */
export const linkKindSpec = (kind: LinkKind): LinkKindSpec => LINK_KINDS[kind];

/** Which end of a link a record is. */
export const LINK_SIDES = ["from", "to"] as const;

export type LinkSide = (typeof LINK_SIDES)[number];

/** The links of a record that stand under one heading: `links.heading.<kind>.<side>`. */
export interface LinkGroup {
  readonly kind: LinkKind;
  /** The end that the record itself is. */
  readonly side: LinkSide;
  /** What stands at the other end. */
  readonly other: LinkNoun;
}

/** The groups that a record of this noun can have, in order. A kind that joins two of a noun has one for each side. */
export function linkGroupsOf(noun: LinkNoun): LinkGroup[] {
  return LINK_KINDS_IN_ORDER.flatMap((kind): LinkGroup[] => {
    const { from, to } = linkKindSpec(kind);
    return [
      ...(from === noun ? [{ kind, side: "from", other: to } as const] : []),
      ...(to === noun ? [{ kind, side: "to", other: from } as const] : []),
    ];
  });
}
