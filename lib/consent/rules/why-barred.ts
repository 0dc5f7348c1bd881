import type { AppliedRule } from "#lib/release/rules/decision.ts";
import { whyConsentBars } from "#lib/release/rules/consent.ts";
import type { Answer, GateSnapshot, Recipient } from "#lib/release/rules/gate-snapshot.ts";
import { type Purpose, RISK_CAPS, RULESET_VERSION } from "#lib/release/vocabulary.ts";

/** What a court file shows of a witness: their words, and what these tell of places, injuries and relatives; never who they are. */
export const SHOWN = ["words", "place", "medical", "relatives"] as const;

/** A person and all that they ever answered. */
export interface Asked {
  readonly id: string;
  readonly ageBand: string;
  readonly ledger: readonly Answer[];
  /** Talks about a recipient, as the gate knows them; absent where no recipient is asked for. */
  readonly contacts?: Person["contacts"];
  /** What happened to them, as the gate knows it; absent for our own use, which it leaves as it is. */
  readonly riskEvents?: Person["riskEvents"];
}

type Person = GateSnapshot["persons"][number];

export interface Destination {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
}

/** We ourselves, for our own analysis. */
export const OURSELVES: Destination = {
  recipient: {
    id: "ourselves",
    class: "ourselves",
    country: null,
    agreement: null,
    assurances: [],
    withdrawnAt: null,
  },
  purpose: "analysis",
};

/** The consent rules of the release gate by which a person's ledger bars a release; empty where one grant carries it. */
export function whyLedgerBars(asked: Asked, { recipient, purpose }: Destination, at: number): AppliedRule[] {
  const { id: personId, ageBand, ledger, contacts = [], riskEvents = [] } = asked;
  const person = {
    personId,
    isMinor: ageBand === "unknown" ? null : ageBand === "child",
    lastAnswerNumber: Math.max(0, ...ledger.map(({ number }) => number)),
    answers: [...ledger],
    assessments: [],
    contacts: [...contacts],
    riskEvents: [...riskEvents],
  };
  return whyConsentBars(snapshotOf(person, recipient, purpose, at), person);
}

const snapshotOf = (person: Person, recipient: Recipient, purpose: Purpose, at: number): GateSnapshot => ({
  at,
  rulesetVersion: RULESET_VERSION,
  stage: "build",
  purpose,
  profile: "J2",
  recipient,
  caps: RISK_CAPS,
  item: {
    id: person.personId,
    version: 1,
    personsIndexed: true,
    embargoUntil: null,
    leadOnly: false,
    releaseHold: false,
    compartmentBar: false,
    persons: [{ personId: person.personId, role: "witness", elements: [...SHOWN] }],
    thirdPersons: [],
    findings: [],
  },
  persons: [person],
  leakScan: "not_run",
  approvals: [],
  builtBy: null,
  hash: null,
});
