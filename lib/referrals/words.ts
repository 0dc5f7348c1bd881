import type {
  followUps,
  referralBodies,
  referralOutcomes,
  services,
  supportPersons,
} from "#db/schema/referrals.ts";

/** Help that is offered. */
export const SERVICES = [
  "medical",
  "mental_health",
  "legal",
  "shelter",
  "protection",
  "livelihood",
  "other",
] as const satisfies typeof services;

/** What became of an offer; that nothing was needed, or that somebody would rather not say, is an answer too. */
export const OUTCOMES = [
  "accepted",
  "declined",
  "prefer_not_to_say",
  "not_available",
  "not_needed",
] as const satisfies typeof referralOutcomes;

export const SUPPORT_PERSONS = [
  "present",
  "declined",
  "prefer_not_to_say",
  "not_asked",
] as const satisfies typeof supportPersons;

/**
 * To whom a person is referred. All but our own team is outside the house; none is an authority, for which people are asked by
 * themselves.
 */
export const BODIES = [
  "own_team",
  "health_service",
  "legal_aid",
  "shelter_service",
  "local_organisation",
  "international_organisation",
  "other",
] as const satisfies typeof referralBodies;

export const FOLLOW_UPS = ["waiting", "reached", "not_reached", "over"] as const satisfies typeof followUps;

/** What still has to be followed up. */
export const OPEN_FOLLOW_UPS = [
  "waiting",
  "not_reached",
] as const satisfies readonly (typeof FOLLOW_UPS)[number][];

/** What somebody records who followed up. */
export const FOUND_OUT = [
  "reached",
  "not_reached",
  "over",
] as const satisfies readonly (typeof FOLLOW_UPS)[number][];
