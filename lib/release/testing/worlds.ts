import type { Answer, Assessment, GateSnapshot, Item, Person, Recipient } from "../rules/gate-snapshot.ts";
import { ASSURANCES_OF, RISK_CAPS, RULESET_VERSION } from "../vocabulary.ts";

/** A world for the tests of the gate that allows, to be changed in one thing. */

export const DAY_MS = 86_400_000;
/** 1 May 2026. */
export const NOW = Date.UTC(2026, 4, 1);

export const HASH = "a".repeat(64);
export const OTHER_HASH = "b".repeat(64);

export const anAnswer = (changes: Partial<Answer> = {}): Answer => ({
  id: "an_1",
  number: 1,
  purpose: "proceedings",
  recipientClass: "icc",
  country: null,
  answer: "yes",
  form: "identified",
  answeredAt: NOW - 100 * DAY_MS,
  from: NOW - 100 * DAY_MS,
  until: NOW + 300 * DAY_MS,
  exclusions: [],
  conditions: [],
  process: {
    language: "ar",
    interpreterUsed: false,
    risksExplained: true,
    rightToRefuse: true,
    noPaymentOrPromise: true,
    howGiven: "signed",
    safeCopy: "kept_for_person",
    guardianId: null,
    assent: null,
  },
  guardianIsSuspect: false,
  waitsForSecond: false,
  confirmedAt: NOW - 100 * DAY_MS,
  refusedElements: [],
  ...changes,
});

export const anAssessment = (changes: Partial<Assessment> = {}): Assessment => ({
  id: "ra_1",
  at: NOW - 10 * DAY_MS,
  validUntil: NOW + 60 * DAY_MS,
  level: 3,
  mitigations: [{ done: true }],
  suspendedBy: null,
  ...changes,
});

export const aPerson = (changes: Partial<Person> = {}): Person => {
  const answers = changes.answers ?? [anAnswer()];
  return {
    personId: "w_1",
    isMinor: false,
    lastAnswerNumber: answers.length,
    answers,
    assessments: [anAssessment()],
    contacts: [],
    riskEvents: [],
    ...changes,
  };
};

export const aRecipient = (changes: Partial<Recipient> = {}): Recipient => ({
  id: "rc_1",
  class: "icc",
  country: "NL",
  agreement: { from: NOW - 400 * DAY_MS, until: NOW + 400 * DAY_MS },
  assurances: ASSURANCES_OF.icc.map((kind) => ({
    kind,
    from: NOW - 30 * DAY_MS,
    until: NOW + 300 * DAY_MS,
  })),
  withdrawnAt: null,
  ...changes,
});

export const anItem = (changes: Partial<Item> = {}): Item => ({
  id: "t_1",
  version: 1,
  personsIndexed: true,
  embargoUntil: null,
  leadOnly: false,
  releaseHold: false,
  compartmentBar: false,
  persons: [{ personId: "w_1", role: "witness", elements: ["name", "words"] }],
  thirdPersons: [{ key: "TP-1", consented: false, redacted: true }],
  findings: [{ id: "fi_1", status: "approved", pinned: "finding" }],
  ...changes,
});

/** A world in which one witness agreed to be named to a court, and everything is as it should be. */
export const aWorld = (changes: Partial<GateSnapshot> = {}): GateSnapshot => ({
  at: NOW,
  rulesetVersion: RULESET_VERSION,
  stage: "download",
  purpose: "proceedings",
  profile: "J1",
  recipient: aRecipient(),
  caps: { ...RISK_CAPS },
  item: anItem(),
  persons: [aPerson()],
  leakScan: "empty",
  approvals: [
    { kind: "legal", humanId: "h_legal", hash: HASH },
    { kind: "protection", humanId: "h_protection", hash: HASH },
  ],
  builtBy: "h_builder",
  hash: HASH,
  ...changes,
});

/** The world with its witness changed. */
export const withPerson = (changes: Partial<Person>): GateSnapshot => aWorld({ persons: [aPerson(changes)] });
/** The world with the one answer of its witness changed. */
export const withAnswer = (changes: Partial<Answer>): GateSnapshot =>
  withPerson({ answers: [anAnswer(changes)] });
