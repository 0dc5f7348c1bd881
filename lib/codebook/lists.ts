import {
  BASES,
  FACETS,
  IDENTIFICATION_BASES,
  MEDIA_RANKS,
  RELIABILITIES,
  STANCES,
  VIOLATION_GROUPS,
} from "#lib/corroboration/vocabulary.ts";
import * as reported from "./reported.ts";
import * as acts from "./violations.ts";
import * as words from "./vocabulary.ts";

/**
 * Every list of the codebook by its branch of the catalogue: an id's words are `codebook.<list>.<id>.label` and
 * `.definition`. Scales that belong to corroboration are listed here for their words only.
 */
export const CODEBOOK_LISTS = {
  violationGroup: VIOLATION_GROUPS,
  violation: acts.VIOLATION_CODES,
  persecutionGround: acts.PERSECUTION_GROUNDS,
  protectedObject: acts.PROTECTED_OBJECTS,
  statementTag: acts.STATEMENT_TAGS,
  suspectRole: acts.SUSPECT_ROLES,
  commandElement: acts.COMMAND_ELEMENTS,
  suspectStatus: acts.SUSPECT_STATUSES,
  attribution: acts.ATTRIBUTION_STATES,
  attributionIndicator: acts.ATTRIBUTION_INDICATORS,
  basis: BASES,
  reliability: RELIABILITIES,
  plausibility: ["1", "2", "3", "4", "5", "6"],
  facet: FACETS,
  stance: STANCES,
  identification: IDENTIFICATION_BASES,
  actorKind: words.ACTOR_KINDS,
  side: words.SIDES,
  sourceKind: words.SOURCE_KINDS,
  placeKind: words.PLACE_KINDS,
  placePrecision: words.PLACE_PRECISIONS,
  placeBasis: words.PLACE_BASES,
  incidentKind: words.INCIDENT_KINDS,
  victimGroup: words.VICTIM_GROUPS,
  testimonyKind: words.TESTIMONY_KINDS,
  textBasis: words.TEXT_BASES,
  voice: words.VOICES,
  language: words.LANGUAGES,
  presentRole: words.PRESENT_ROLES,
  testimonyIncidentRelation: words.TESTIMONY_INCIDENT_RELATIONS,
  testimonySuspectRole: words.TESTIMONY_SUSPECT_ROLES,
  linkBasis: words.LINK_BASES,
  incidentRelation: words.INCIDENT_RELATIONS,
  actorRelation: words.ACTOR_RELATIONS,
  figureScope: reported.FIGURE_SCOPES,
  figureUnit: reported.FIGURE_UNITS,
  figureOutcome: reported.FIGURE_OUTCOMES,
  figureCategory: reported.FIGURE_CATEGORIES,
  figureCertainty: reported.FIGURE_CERTAINTIES,
  mediaKind: reported.MEDIA_KINDS,
  mediaRank: MEDIA_RANKS,
  mediaDimension: reported.MEDIA_DIMENSIONS,
  mediaFlag: reported.MEDIA_FLAGS,
  reportedVerification: reported.REPORTED_VERIFICATIONS,
  verificationState: reported.VERIFICATION_STATES,
  proceedingKind: reported.PROCEEDING_KINDS,
  proceedingStatus: reported.PROCEEDING_STATUSES,
  responseKind: reported.RESPONSE_KINDS,
  responseStatus: reported.RESPONSE_STATUSES,
} as const satisfies Record<string, readonly string[]>;

/** A list of the codebook: its branch of the catalogue. */
export type CodebookList = keyof typeof CODEBOOK_LISTS;
