import { z } from "zod";
import { Millis, Ordinal } from "#lib/core/fields.ts";
import { FindingStatus } from "#lib/corroboration/vocabulary.ts";
import {
  ApprovalKind,
  Assurance,
  Condition,
  ConsentAnswer,
  Country,
  Element,
  Form,
  Mark,
  Profile,
  Purpose,
  RecipientClass,
  RiskLevel,
  SafeCopy,
  ScanResult,
  Stage,
  WayGiven,
} from "../vocabulary.ts";

/**
 * All that a decision of the gate rests on, as plain JSON, so that a stored one can be parsed and decided again. Instants are
 * in ms since 1970; a period holds from its beginning and no longer at its end. Strict: what the gate does not know, such as a
 * way around it, does not parse. Every array is a set: its order says nothing.
 */

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const AnyVersion = z.string().min(1).max(80);

/** A condition as stored, also of a kind that only a newer version knows: it parses, and blocks. */
const StoredCondition = z.union([Condition, z.looseObject({ kind: z.string() })]);
export type StoredCondition = z.infer<typeof StoredCondition>;

/**
 * How consent was asked for (informed-consent checklists; Eurojust/ICC-OTP Guidelines 2022). Null is not recorded, which leaves
 * it incomplete. Guardian and assent are for minors (CRC 3, 12).
 */
const ConsentProcess = z.strictObject({
  language: Mark.nullable(),
  interpreterUsed: z.boolean().nullable(),
  risksExplained: z.boolean().nullable(),
  rightToRefuse: z.boolean().nullable(),
  noPaymentOrPromise: z.boolean().nullable(),
  howGiven: WayGiven.nullable(),
  safeCopy: SafeCopy.nullable(),
  guardianId: Mark.nullable(),
  assent: z.boolean().nullable(),
});
export type ConsentProcess = z.infer<typeof ConsentProcess>;

/** One version in a person's ledger of answers; it never changes but in what came after it: a second person, a confirmation. */
const Answer = z
  .strictObject({
    id: Mark,
    /** Its place in the person's ledger, over all purposes and classes, from 1 on without a gap; an approval does not move it. */
    number: Ordinal,
    purpose: Purpose,
    recipientClass: RecipientClass,
    /** Null is any country. */
    country: Country.nullable(),
    answer: ConsentAnswer,
    form: Form,
    answeredAt: Millis,
    from: Millis,
    until: Millis.nullable(),
    exclusions: z.array(Mark),
    conditions: z.array(StoredCondition),
    process: ConsentProcess,
    guardianIsSuspect: z.boolean(),
    /** A widening that no second person has approved. */
    waitsForSecond: z.boolean(),
    confirmedAt: Millis,
    refusedElements: z.array(Element),
  })
  .refine(
    ({ country, recipientClass }) => country === null || recipientClass === "domestic_authority",
    "only_for_domestic_authorities",
  );
export type Answer = z.infer<typeof Answer>;

const Assessment = z.strictObject({
  id: Mark,
  at: Millis,
  validUntil: Millis,
  level: RiskLevel,
  mitigations: z.array(z.strictObject({ done: z.boolean() })),
  /** The event that suspended it. */
  suspendedBy: Mark.nullable(),
});
export type Assessment = z.infer<typeof Assessment>;

const Person = z.strictObject({
  personId: Mark,
  /** Null is unknown. */
  isMinor: z.boolean().nullable(),
  /** How many answers the ledger has, counted apart from them: one that is missing is noticed, also the last. */
  lastAnswerNumber: z.number().int().min(0),
  answers: z.array(Answer),
  assessments: z.array(Assessment),
  /** Talks about a recipient, before something goes there, and whether the person then agreed. */
  contacts: z.array(z.strictObject({ recipientId: Mark, at: Millis, consents: z.boolean() })),
  /** What makes assessments and confirmations begin anew: arrest, leak, trial, return of a unit. */
  riskEvents: z.array(z.strictObject({ id: Mark, at: Millis })),
});
export type Person = z.infer<typeof Person>;

const Recipient = z.strictObject({
  id: Mark,
  class: RecipientClass,
  country: Country.nullable(),
  agreement: z.strictObject({ from: Millis, until: Millis.nullable() }).nullable(),
  /** Each has an end: it is asked for anew. */
  assurances: z.array(z.strictObject({ kind: Assurance, from: Millis, until: Millis })),
  withdrawnAt: Millis.nullable(),
});
export type Recipient = z.infer<typeof Recipient>;

const Item = z.strictObject({
  id: Mark,
  version: Ordinal,
  personsIndexed: z.boolean(),
  embargoUntil: Millis.nullable(),
  leadOnly: z.boolean(),
  releaseHold: z.boolean(),
  compartmentBar: z.boolean(),
  /** Who is in it, and what of them its bytes show; null where nobody recorded what. */
  persons: z.array(z.strictObject({ personId: Mark, role: Mark, elements: z.array(Element).nullable() })),
  thirdPersons: z.array(z.strictObject({ key: Mark, consented: z.boolean(), redacted: z.boolean() })),
  findings: z.array(
    z.strictObject({
      id: Mark,
      status: FindingStatus,
      /** The folder in which the version is pinned. */
      pinned: z.enum(["finding", "contradictions"]).nullable(),
    }),
  ),
});
export type Item = z.infer<typeof Item>;

export const GateSnapshot = z.strictObject({
  at: Millis,
  rulesetVersion: AnyVersion,
  stage: Stage,
  purpose: Purpose,
  profile: Profile,
  recipient: Recipient,
  caps: z.record(RecipientClass, z.number().int().min(0).max(5)),
  item: Item,
  persons: z.array(Person),
  leakScan: ScanResult,
  approvals: z.array(z.strictObject({ kind: ApprovalKind, humanId: Mark, hash: Hash })),
  builtBy: Mark.nullable(),
  /** Of the final bytes. */
  hash: Hash.nullable(),
});
export type GateSnapshot = z.infer<typeof GateSnapshot>;

/** Whether an instant lies in a period: its beginning does, its end does not. */
export const holdsAt = (period: { from: number; until: number | null }, at: number): boolean =>
  period.from <= at && (period.until === null || at < period.until);
