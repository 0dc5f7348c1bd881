/** All that the release gate rests on for some accounts, as it is on record now. */
import { and, inArray, ne } from "drizzle-orm";
import { compartmentMarks, type testimonies, witnesses } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { ledgersOf } from "#lib/consent/find/ledger.ts";
import { asGateKnows as answerAsGateKnows } from "#lib/consent/rules/answers.ts";
import { SHOWN } from "#lib/consent/rules/why-barred.ts";
import { talksOf } from "#lib/contact/find/talks.ts";
import { asGateKnows as talksAsGateKnows } from "#lib/contact/rules/talks.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import { asGateKnows as recipientAsGateKnows, type StoredRecipient } from "#lib/recipients/rules.ts";
import type { GateSnapshot } from "#lib/release/rules/gate-snapshot.ts";
import type { StoredRelease } from "#lib/release/rules/stored-release.ts";
import {
  type Element,
  type Profile,
  type Purpose,
  RISK_CAPS,
  RULESET_VERSION,
} from "#lib/release/vocabulary.ts";
import { assessmentsOf, riskEventsOf } from "#lib/risk/find.ts";
import { asGateKnows as assessmentAsGateKnows, eventAsGateKnows } from "#lib/risk/rules.ts";
import { newestReadings } from "#lib/third-persons/find.ts";
import { asGateKnows as peopleAsGateKnows } from "#lib/third-persons/rules.ts";

/** To whom, for what, and whether people stand in it under codes, as they do unless it is said, or by name. */
export interface Destination {
  readonly recipient: StoredRecipient;
  readonly purpose: Purpose;
  readonly profile?: Extract<Profile, "J1" | "J2">;
}

/** The profile in which a bag shows people. */
export const PROFILE_OF = { records: "J2", pseudonyms: "J1" } as const;

/** What of a witness a profile shows: with the key to the codes beside it, an account shows their name too. */
const ELEMENTS_OF: Readonly<Record<"J1" | "J2", readonly Element[]>> = { J1: ["name", ...SHOWN], J2: SHOWN };

/** What is known of a bag by the stage that is asked about. */
export type Stage = Pick<GateSnapshot, "stage" | "leakScan" | "approvals" | "builtBy" | "hash">;

/** Nothing is built yet. */
export const BUILD: Stage = {
  stage: "build",
  leakScan: "not_run",
  approvals: [],
  builtBy: null,
  hash: null,
};

/** It is built, and asks for its approvals. */
export const builtStage = (builtBy: string, leakScan: GateSnapshot["leakScan"], hash: string): Stage => ({
  stage: "approval",
  leakScan,
  approvals: [],
  builtBy,
  hash,
});

export type Account = Pick<
  typeof testimonies.$inferSelect,
  "id" | "caseId" | "kind" | "witnessId" | "acceptedNumber" | "versionNumber"
>;

/**
 * The world of some accounts of one case, as the gate decides on it. A published account shows what its publisher showed already; of
 * any other it has to be known who gave it, and who else is in it.
 * @param at in ms since 1970
 */
export async function gateWorld(
  read: Reader,
  caseId: string,
  accounts: readonly Account[],
  { recipient, purpose, profile = "J2" }: Destination,
  at: number,
  stage: Stage = BUILD,
): Promise<StoredRelease> {
  const told = accounts.filter(({ kind }) => kind !== "published_account");
  const readings = await newestReadings(
    read,
    told.map(({ id }) => id),
  );
  const apart = await idsInCompartments(
    read,
    accounts.map(({ id }) => id),
  );
  const items = accounts.map(({ id, kind, witnessId, acceptedNumber, versionNumber }) => {
    const isPublished = kind === "published_account";
    const people = isPublished ? [] : peopleAsGateKnows(readings.get(id), acceptedNumber);
    return {
      id,
      version: acceptedNumber ?? versionNumber,
      personsIndexed: people !== null && (isPublished || witnessId !== null),
      embargoUntil: null,
      leadOnly: false,
      releaseHold: false,
      compartmentBar: apart.has(id),
      persons:
        isPublished || witnessId === null
          ? []
          : [{ personId: witnessId, role: "witness", elements: [...ELEMENTS_OF[profile]] }],
      thirdPersons: people ?? [],
      findings: [],
    };
  });
  const witnessIds = new Set(told.flatMap(({ witnessId }) => witnessId ?? []));
  return {
    common: {
      at,
      rulesetVersion: RULESET_VERSION,
      purpose,
      profile,
      recipient: recipientAsGateKnows(recipient),
      caps: RISK_CAPS,
      ...stage,
    },
    items,
    persons: await personsOf(read, caseId, witnessIds),
  };
}

async function personsOf(
  read: Reader,
  caseId: string,
  witnessIds: ReadonlySet<string>,
): Promise<GateSnapshot["persons"]> {
  const rows = await inPieces(witnessIds, (some) =>
    read
      .select({ id: witnesses.id, ageBand: witnesses.ageBand })
      .from(witnesses)
      .where(inArray(witnesses.id, some)),
  );
  const ledgers = await ledgersOf(read, witnessIds);
  const assessments = await assessmentsOf(read, witnessIds);
  const events = await riskEventsOf(read, caseId, witnessIds);
  const talks = await talksOf(read, witnessIds);
  return rows.map(({ id, ageBand }) => {
    const ledger = ledgers.get(id) ?? [];
    const answers = ledger.map(answerAsGateKnows);
    return {
      personId: id,
      isMinor: ageBand === "unknown" ? null : ageBand === "child",
      lastAnswerNumber: Math.max(0, ...answers.map(({ number }) => number)),
      answers,
      assessments: (assessments.get(id) ?? []).map(assessmentAsGateKnows),
      contacts: talksAsGateKnows(talks.get(id) ?? [], ledger),
      riskEvents: events(id).map(eventAsGateKnows),
    };
  });
}

async function idsInCompartments(read: Reader, ids: readonly string[]): Promise<Set<string>> {
  const rows = await inPieces(ids, (some) =>
    read
      .select({ id: compartmentMarks.recordId })
      .from(compartmentMarks)
      .where(and(inArray(compartmentMarks.recordId, some), ne(compartmentMarks.mask, 0))),
  );
  return new Set(rows.map(({ id }) => id));
}
