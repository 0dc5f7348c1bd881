import { z } from "zod";
import type { ViolationGroup } from "#lib/corroboration/vocabulary.ts";
import { idsOf, SUSPECT_ROLE_TYPES, SUSPECT_ROLES } from "./words.ts";

export { SUSPECT_ROLES } from "./words.ts";

/**
 * What can have been done, and what part somebody is alleged to have had in it. Ids only; words are in the catalogue
 * `codebook`. An entry is an index for search and review, never a legal finding.
 */

/** Stored with every determination; raise it when an id is added or its meaning changes. */
export const CODEBOOK_VERSION = "attest-codebook-1";

/** An act as it was reported, before anyone qualifies it. */
export interface ViolationType {
  /** Rome Statute provisions to look at first, in a conflict not of an international character; null where none. */
  readonly romeStatute: string | null;
  /** HURIDOCS micro-thesaurus list 4 (types of acts), other lists named; null where it has no term. */
  readonly huridocs: string | null;
}

/** Genocide (article 6) is never a type: it is asked as an overlay with its own intent. */
export const VIOLATIONS = {
  K0: { romeStatute: "open", huridocs: "010101" },
  K1: { romeStatute: "7(1)(a); 8(2)(c)(i)-1", huridocs: "01010101–01010102" },
  K2: { romeStatute: "7(1)(a); 8(2)(c)(i), (e)(i)", huridocs: "01010302" },
  K3: { romeStatute: "7(1)(b)", huridocs: "010104" },
  K4: { romeStatute: "8(2)(e)(i) if directed at civilians", huridocs: "01010502, 01010303" },
  K5: { romeStatute: "7(1)(a), (f); 8(2)(c)(i)", huridocs: "01010601, 01019001" },
  K6: { romeStatute: "25(3)(f); 7(1)(k)", huridocs: "010109, 020101" },
  K7: { romeStatute: "8(2)(c)(i), (e)(ix), (e)(x)", huridocs: "010103" },
  // K8, K9 and T6 are conduct that needs no stated death; without them a report of shelling would be filed as a killing.
  K8: { romeStatute: "8(2)(e)(i)", huridocs: null },
  K9: { romeStatute: "8(2)(e)(i) by analogy", huridocs: null },
  T1: { romeStatute: "7(1)(f); 8(2)(c)(i)-4", huridocs: "02011111" },
  T2: { romeStatute: "7(1)(k); 8(2)(c)(i)-3", huridocs: "020101" },
  T3: { romeStatute: "8(2)(c)(ii); 7(1)(k)", huridocs: "020103; list 5: 0321" },
  T4: { romeStatute: "8(2)(c)(ii)", huridocs: null },
  T5: { romeStatute: "7(1)(h), (k)", huridocs: "02010301–02010302" },
  T6: { romeStatute: "8(2)(c)(i)-2; 8(2)(e)(xi)", huridocs: null },
  G1: { romeStatute: "7(1)(g)-1; 8(2)(e)(vi)-1", huridocs: "02011101–02011102" },
  G2: { romeStatute: "7(1)(g)-2; 8(2)(e)(vi)-2", huridocs: "030106" },
  G3: { romeStatute: "7(1)(k) or (g)-6", huridocs: "070102" },
  G4: { romeStatute: "7(1)(g)-6; 8(2)(e)(vi)-6", huridocs: "02011103" },
  L1: { romeStatute: "7(1)(e)", huridocs: "030101, 030102" },
  L2: { romeStatute: "7(1)(i)", huridocs: "030103" },
  L3: { romeStatute: "7(1)(e) or (i), open", huridocs: "030104" },
  L4: { romeStatute: "8(2)(c)(iii)", huridocs: "030104 with a demand" },
  L5: { romeStatute: "7(1)(e)", huridocs: "030107" },
  L6: { romeStatute: "8(2)(c)(iv)", huridocs: "350114" },
  D1: { romeStatute: "7(1)(d); 8(2)(e)(viii)", huridocs: "050104" },
  D2: { romeStatute: "7(1)(d)", huridocs: "050102" },
  D3: { romeStatute: "7(1)(d), (h)", huridocs: "050103" },
  D4: { romeStatute: "7(1)(h)", huridocs: "050107" },
  D5: { romeStatute: "8(2)(e)(xix)", huridocs: "050105, 5201" },
  P1: { romeStatute: "8(2)(e)(v)", huridocs: "130101" },
  P2: { romeStatute: "8(2)(e)(xii)", huridocs: "130103; list 5: 0404" },
  P3: { romeStatute: "8(2)(e)(xii)", huridocs: "130107–130108" },
  P4: { romeStatute: "with P1 or L4", huridocs: "130104" },
  O1: { romeStatute: "8(2)(e)(ii), (e)(iv)", huridocs: "110101, 5301" },
  O2: { romeStatute: "8(2)(e)(iii)", huridocs: "5301" },
  C1: { romeStatute: "8(2)(e)(vii)", huridocs: "3101" },
  X1: { romeStatute: "7(1)(h)", huridocs: "3701" },
  X2: { romeStatute: "25(3)(e), genocide only", huridocs: "list 3: 0133–0134" },
  X3: { romeStatute: "70(1)(c)", huridocs: "0201030101–0201030103" },
  N1: { romeStatute: null, huridocs: null },
  N2: { romeStatute: null, huridocs: null },
  N3: { romeStatute: null, huridocs: null },
  N4: { romeStatute: null, huridocs: null },
  N5: { romeStatute: null, huridocs: null },
  N6: { romeStatute: null, huridocs: null },
  N7: { romeStatute: null, huridocs: null },
  N8: { romeStatute: null, huridocs: null },
  N9: { romeStatute: null, huridocs: null },
  N10: { romeStatute: null, huridocs: null },
} as const satisfies Record<`${ViolationGroup}${number}`, ViolationType>;

export const VIOLATION_CODES = idsOf(VIOLATIONS);
export const ViolationCode = z.enum(VIOLATION_CODES);
export type ViolationCode = z.infer<typeof ViolationCode>;

/** The group of a type: the letter of its code. */
export function violationGroup(code: ViolationCode): ViolationGroup {
  return code.charAt(0) as ViolationGroup; // guaranteed by the type of VIOLATIONS' keys
}

/** True for acts recorded for context, which imply no crime. */
export function isContextAct(code: ViolationCode): boolean {
  return violationGroup(code) === "N";
}

/** True for acts whose records belong in the compartment for sexual and gender-based violence. */
export function isSexualViolence(code: ViolationCode): boolean {
  return violationGroup(code) === "G";
}

/** True for types that only qualify another act; persecution stands on a base act. */
export function isOverlay(code: ViolationCode): boolean {
  return code === "X1";
}

/** Grounds of persecution, Rome Statute article 7(1)(h). */
export const PERSECUTION_GROUNDS = [
  "political",
  "racial",
  "national",
  "ethnic",
  "cultural",
  "religious",
  "gender",
  "other",
] as const;
export const PersecutionGround = z.enum(PERSECUTION_GROUNDS);
export type PersecutionGround = z.infer<typeof PersecutionGround>;

/** What O1 was directed at (Rome Statute 8(2)(e)(ii), (iv)). */
export const PROTECTED_OBJECTS = ["religious", "medical", "school", "cultural", "burial"] as const;
export const ProtectedObject = z.enum(PROTECTED_OBJECTS);
export type ProtectedObject = z.infer<typeof ProtectedObject>;

/** Tags of a statement: persecution claimed without a base act, and contextual elements that somebody claims. */
export const STATEMENT_TAGS = [
  "persecution",
  "cah_attack",
  "cah_widespread",
  "cah_systematic",
  "cah_policy",
  "cah_nexus",
  "cah_knowledge",
  "wc_conflict",
  "wc_nexus",
  "wc_awareness",
  "wc_protected_status",
  "gen_group",
  "gen_intent",
  "gen_pattern",
] as const;
export const StatementTag = z.enum(STATEMENT_TAGS);
export type StatementTag = z.infer<typeof StatementTag>;

export const SuspectRole = z.enum(SUSPECT_ROLES);
export type SuspectRole = z.infer<typeof SuspectRole>;

/** True when the role is a mode of liability (Rome Statute 25, 28) and must be argued as one. */
export function isModeOfLiability(role: SuspectRole): boolean {
  return SUSPECT_ROLE_TYPES[role].romeStatute !== null;
}

/** What article 28 asks of a superior, each argued apart (HURIDOCS list 18: 0501, 0502, 0503). */
export const COMMAND_ELEMENTS = ["control", "knowledge", "prevention"] as const;
export const CommandElement = z.enum(COMMAND_ELEMENTS);
export type CommandElement = z.infer<typeof CommandElement>;

export const SUSPECT_STATUSES = [
  "person_of_interest",
  "alleged",
  "named_by_body",
  "charged",
  "tried",
  "convicted",
  "acquitted",
] as const;
export const SuspectStatus = z.enum(SUSPECT_STATUSES);
export type SuspectStatus = z.infer<typeof SuspectStatus>;

/** How far an attribution goes: U0 unknown · U1 class of actor · U2 faction, one source · U3 unit, independent indicators · U4 unit, order, insider or official · U5 named individual. */
export const ATTRIBUTION_STATES = ["U0", "U1", "U2", "U3", "U4", "U5"] as const;
export const AttributionState = z.enum(ATTRIBUTION_STATES);
export type AttributionState = z.infer<typeof AttributionState>;

/** What points to a unit. An accent alone is never sufficient. */
export const ATTRIBUTION_INDICATORS = [
  "insignia",
  "vehicle",
  "accent",
  "self_filming",
  "order",
  "roster",
  "control_of_place",
] as const;
export const AttributionIndicator = z.enum(ATTRIBUTION_INDICATORS);
export type AttributionIndicator = z.infer<typeof AttributionIndicator>;
