/** What the release gate says to the accounts of a release: before it is built, when it is, and at each download. */
import { and, desc, eq, inArray } from "drizzle-orm";
import {
  type caseExports,
  exportApprovals,
  recipients,
  releaseDecisions,
  testimonies,
} from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { ledgersOf } from "#lib/consent/find/ledger.ts";
import { asGateKnows } from "#lib/consent/rules/answers.ts";
import { OURSELVES, whyLedgerBars } from "#lib/consent/rules/why-barred.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import type { AppliedRule, Decision } from "#lib/release/rules/decision.ts";
import { decideEach, type StoredRelease } from "#lib/release/rules/stored-release.ts";
import { Purpose } from "#lib/release/vocabulary.ts";
import type { Withholding } from "../rules/release.ts";
import { type Account, BUILD, type Destination, gateWorld, PROFILE_OF, type Stage } from "./gate-worlds.ts";

/**
 * The first rule by which the gate keeps each of some accounts of a case from a recipient. Where our own use was asked about, it has to
 * hold too: what we may not use, we hand to nobody.
 * @param at in ms since 1970
 */
export async function gateBars(
  read: Reader,
  caseId: string,
  accounts: readonly Account[],
  to: Destination,
  at: number,
): Promise<Map<string, Withholding>> {
  const decided = decideEach(await gateWorld(read, caseId, accounts, to, at));
  const own = await whyNotOurs(read, accounts, at);
  return new Map(
    accounts.flatMap(({ id, witnessId }) => {
      const decision = decided.get(id);
      const first = (decision && firstOf(decision)) ?? own.get(witnessId ?? "");
      return first ? [[id, withholdingBy(first)]] : [];
    }),
  );
}

/**
 * Of the rules that keep an account, the one that is named: what its witness said before what threatens them, and that before what has
 * not been looked at yet.
 */
const firstOf = ({ rules }: Decision): AppliedRule | undefined =>
  rules.find(({ rule }) => OF_THE_PERSON.test(rule)) ??
  rules.find(({ rule }) => rule.startsWith("risk.")) ??
  rules[0];
const OF_THE_PERSON = /^(?:person|ledger|consent|condition)\./;

const withholdingBy = ({ rule, changeableBy }: AppliedRule): Withholding => ({
  rule,
  changeableBy: changeableBy === "person" ? "witness" : changeableBy,
});

/** The first rule by which a person's ledger keeps us from using their accounts ourselves, where that was put to them. */
async function whyNotOurs(read: Reader, accounts: readonly Account[], at: number) {
  const told = accounts.filter(({ kind }) => kind !== "published_account");
  const ledgers = await ledgersOf(read, new Set(told.flatMap(({ witnessId }) => witnessId ?? [])));
  const bars = new Map<string, AppliedRule>();
  for (const [id, rows] of ledgers) {
    const ledger = rows.map(asGateKnows);
    if (!ledger.some(({ recipientClass }) => recipientClass === "ourselves")) continue;
    // How old somebody is was asked by the gate already.
    const [first] = whyLedgerBars({ id, ageBand: "adult", ledger }, OURSELVES, at);
    if (first) bars.set(id, first);
  }
  return bars;
}

export type Bag = Pick<
  typeof caseExports.$inferSelect,
  "id" | "caseId" | "recipientId" | "releasePurpose" | "requestedByHumanId" | "contents"
>;

/** What the gate says of a bag. */
export interface BagDecision {
  readonly release: StoredRelease;
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Of its accounts, those that stay, each with the rule; an account that is not there any more stays too. */
  readonly staying: ReadonlyMap<string, string>;
}

/** Some accounts of a case, as the gate asks about them. */
export const accountsIn = (read: Reader, caseId: string, ids: readonly string[]): Promise<Account[]> =>
  inPieces(ids, (some) =>
    read
      .select({
        id: testimonies.id,
        caseId: testimonies.caseId,
        kind: testimonies.kind,
        witnessId: testimonies.witnessId,
        acceptedNumber: testimonies.acceptedNumber,
        versionNumber: testimonies.versionNumber,
      })
      .from(testimonies)
      .where(and(inArray(testimonies.id, some), eq(testimonies.caseId, caseId))),
  );

/** Decides anew about everything in a bag. @param testimonyIds what is in it @returns null where it names no recipient */
export async function decideBag(
  read: Reader,
  bag: Bag,
  testimonyIds: readonly string[],
  at: number,
  stage: Stage = BUILD,
): Promise<BagDecision | null> {
  const [recipient] =
    bag.recipientId === null
      ? []
      : await read.select().from(recipients).where(eq(recipients.id, bag.recipientId));
  if (!recipient) return null;
  const accounts = await accountsIn(read, bag.caseId, testimonyIds);
  const profile = PROFILE_OF[bag.contents];
  const to = { recipient, purpose: Purpose.parse(bag.releasePurpose), profile };
  const release = await gateWorld(read, bag.caseId, accounts, to, at, stage);
  const decisions = decideEach(release);
  const own = await whyNotOurs(read, accounts, at);
  const witnessOf = new Map(accounts.map(({ id, witnessId }) => [id, witnessId ?? ""]));
  const staying = new Map(
    testimonyIds.flatMap((id) => {
      const decision = decisions.get(id);
      if (!decision) return [[id, "release.retracted"]];
      const first = decision.rules[0] ?? own.get(witnessOf.get(id) ?? "");
      return first ? [[id, first.rule]] : [];
    }),
  );
  return { release, decisions, staying };
}

/** How a bag stands for its download: as it was scanned when it was built, and who has approved its bytes since. */
export async function downloadStage(
  read: Reader,
  { id, requestedByHumanId }: Bag,
  sha256: string,
): Promise<Stage> {
  const [built] = await read
    .select({ snapshot: releaseDecisions.snapshot, sha256: releaseDecisions.sha256 })
    .from(releaseDecisions)
    .where(and(eq(releaseDecisions.exportId, id), eq(releaseDecisions.stage, "approval")))
    .orderBy(desc(releaseDecisions.number))
    .limit(1);
  const scanned = built?.sha256 === sha256 ? (built.snapshot as StoredRelease).common.leakScan : "not_run";
  const approvals = await read
    .select({ kind: exportApprovals.kind, humanId: exportApprovals.humanId, hash: exportApprovals.sha256 })
    .from(exportApprovals)
    .where(eq(exportApprovals.exportId, id));
  return { stage: "download", leakScan: scanned, approvals, builtBy: requestedByHumanId, hash: sha256 };
}
