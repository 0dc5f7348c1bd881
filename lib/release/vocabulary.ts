import { z } from "zod";
import { Millis } from "#lib/core/fields.ts";
import {
  ANSWERS,
  APPROVAL_KINDS,
  ASSURANCES,
  ELEMENTS,
  FORMS,
  PROFILES,
  PURPOSES,
  RECIPIENT_CLASSES,
  RISK_LEVELS,
  type RULES,
  SAFE_COPIES,
  SCAN_RESULTS,
  STAGES,
  WAYS_GIVEN,
} from "./words.ts";

export * from "./words.ts";

/** Stored with every snapshot; raise it whenever a change of the rules can change a decision. */
export const RULESET_VERSION = "attest-release-1";

export const RecipientClass = z.enum(RECIPIENT_CLASSES);
export type RecipientClass = z.infer<typeof RecipientClass>;

export const Purpose = z.enum(PURPOSES);
export type Purpose = z.infer<typeof Purpose>;

export const Form = z.enum(FORMS);
export type Form = z.infer<typeof Form>;

export const Profile = z.enum(PROFILES);
export type Profile = z.infer<typeof Profile>;

export const Element = z.enum(ELEMENTS);
export type Element = z.infer<typeof Element>;

export const ConsentAnswer = z.enum(ANSWERS);
export type ConsentAnswer = z.infer<typeof ConsentAnswer>;

export const Assurance = z.enum(ASSURANCES);
export type Assurance = z.infer<typeof Assurance>;

export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

export const ScanResult = z.enum(SCAN_RESULTS);
export const ApprovalKind = z.enum(APPROVAL_KINDS);
export type ApprovalKind = z.infer<typeof ApprovalKind>;
export const RiskLevel = z.literal(RISK_LEVELS);
export const WayGiven = z.enum(WAYS_GIVEN);
export const SafeCopy = z.enum(SAFE_COPIES);

/** Id of a rule of the gate, as a refusal shows it. */
export type RuleId = keyof typeof RULES;
export type Changer = (typeof RULES)[RuleId];

/** An id, code or role: what may stand in a refusal, so it is never free text. */
export const Mark = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}$/);

/** A country by its two letters (ISO 3166-1 alpha-2). */
export const Country = z.string().regex(/^[A-Z]{2}$/);

/** What a person said before they let something go: a predicate that a program can test, or words that nobody has typed yet. */
export const Condition = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("contact_first") }),
  z.strictObject({ kind: z.literal("exclude_recipient"), recipientId: Mark }),
  z.strictObject({ kind: z.literal("exclude_country"), country: Country }),
  z.strictObject({ kind: z.literal("embargo_until"), until: Millis }),
  z.strictObject({ kind: z.literal("no_onward_transfer") }),
  z.strictObject({ kind: z.literal("no_death_penalty") }),
  z.strictObject({ kind: z.literal("only_form"), form: Form }),
  z.strictObject({ kind: z.literal("other"), text: z.string().min(1).max(4_000) }),
]);
export type Condition = z.infer<typeof Condition>;
