import { and, eq, inArray } from "drizzle-orm";
import { accounts, humans, recipients } from "#db/schema/index.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import type { Answer } from "#lib/release/rules/gate-snapshot.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import { riskEventsOf } from "#lib/risk/find.ts";
import { eventAsGateKnows } from "#lib/risk/rules.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { z } from "zod";
import { holdersOf } from "../find/holders.ts";
import { ledgerOf } from "../find/ledger.ts";
import { asGateKnows, type AnswerRow } from "../rules/answers.ts";
import { doubtsAbout, standingIn } from "../rules/standing.ts";
import { mayBeTakenBack } from "../rules/withdrawal.ts";
import { OURSELVES, whyLedgerBars } from "../rules/why-barred.ts";
import { type Cell, CELLS } from "../words.ts";

/** Answers that are shown; the newest. */
const SHOWN_MAX = 200;

/**
 * A person's ledger: what stands to each question and what waits for a second person, every answer that led there, and who holds
 * copies already. Its reading is logged.
 */
export const readConsent = query({
  name: "consent.read",
  input: z.strictObject({ witnessId: WitnessId }),
  permission: "consent.read",
  async run(ctx, { witnessId }) {
    const { read, scope, now } = ctx;
    const witness = await findWitness(ctx, witnessId);
    const rows = await ledgerOf(read, witnessId);
    const ledger = rows.map(asGateKnows);
    const asked = { id: witnessId, ageBand: witness.ageBand, ledger };
    const events = await riskEventsOf(read, witness.caseId, [witnessId]);
    const riskEvents = events(witnessId).map(eventAsGateKnows);
    const named = await withNames(ctx, rows);
    const byId = new Map(named.map((row) => [row.id, row]));
    const holds = (permission: "consent.write" | "consent.approve" | "export.read") =>
      scope.roleFor(permission, witness.caseId) !== null;
    return {
      witness: {
        id: witness.id,
        code: witness.code,
        caseId: witness.caseId,
        version: witness.version,
        isChild: witness.ageBand === "child",
        isAgeKnown: witness.ageBand !== "unknown",
        retractedAt: witness.retractedAt,
      },
      seen: rows.at(-1)?.number ?? 0,
      cells: CELLS.map((cell) => {
        const found = reachesOf(ledger, cell).map((country) => standingIn(ledger, cell, country));
        const shown = (ids: readonly string[]) => [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
        const happened = cell.recipientClass === "ourselves" ? [] : riskEvents;
        const doubts = (country: string | null) =>
          doubtsAbout({ ...asked, riskEvents: happened }, cell, country, now);
        return {
          key: cell.key,
          /** One, or one a country where authorities of several were asked about. */
          standing: shown(found.flatMap(({ inForce }) => inForce?.id ?? [])).map((answer) => ({
            ...answer,
            /** By which rules a yes does not hold, whoever the recipient is. */
            barredBy: answer.answer === "yes" ? doubts(answer.country) : [],
          })),
          waiting: shown(found.flatMap(({ waiting }) => waiting.map(({ id }) => id))),
        };
      }),
      hasLedger: rows.length > 0,
      /** Why we may not use it ourselves, or nothing where we may; null where that was never put in the ledger. */
      ownUse: !rows.some(({ recipientClass }) => recipientClass === "ourselves")
        ? null
        : whyLedgerBars(asked, OURSELVES, now).map(({ rule }) => rule),
      answers: named.slice(-SHOWN_MAX).toReversed(),
      canWithdraw: mayBeTakenBack(ledger, null).map(({ key }) => key),
      holders: holds("export.read") ? await holdersOf(ctx, witness.caseId, witnessId) : null,
      may: { write: holds("consent.write"), approve: holds("consent.approve") },
    };
  },
  traceOf: ({ witness: { id, version, caseId } }) => ({ caseId, object: { id, version } }),
});

/** The countries for which a question may have answers of their own; null is any other. */
const reachesOf = (ledger: readonly Answer[], { recipientClass, purpose }: Cell): (string | null)[] => [
  ...new Set([
    null,
    ...ledger.flatMap((one) =>
      one.recipientClass === recipientClass && one.purpose === purpose ? one.country : [],
    ),
  ]),
];

async function withNames({ read, scope }: AskContext, rows: readonly AnswerRow[]) {
  const ids = rows.flatMap(({ recordedBy, approvedBy }) => [recordedBy, approvedBy ?? []].flat());
  const named = await inPieces(ids, (some) =>
    read
      .select({ id: accounts.id, name: humans.displayName, humanId: humans.id })
      .from(accounts)
      .innerJoin(humans, eq(humans.id, accounts.humanId))
      .where(inArray(accounts.id, some)),
  );
  const of = new Map(named.map((one) => [one.id, one]));
  const excluded = await inPieces(
    rows.flatMap(({ exclusions }) => exclusions),
    (some) =>
      read
        .select({ id: recipients.id, name: recipients.name, nameAr: recipients.nameAr })
        .from(recipients)
        .where(and(inArray(recipients.id, some), scope.cases(recipients.caseId, "recipient.read"))),
  );
  const nameOf = new Map(excluded.map((one) => [one.id, one]));
  return rows.map(({ process: { guardianId, ...process }, exclusions, ...row }) => ({
    ...row,
    // Who it is stands on a record of its own, which not everybody may see.
    process: { ...process, hasGuardian: guardianId === null ? null : true },
    exclusions: exclusions.map((id) => nameOf.get(id) ?? null),
    by: of.get(row.recordedBy)?.name ?? null,
    isOwn: of.get(row.recordedBy)?.humanId === scope.humanId,
    approver: row.approvedBy === null ? null : (of.get(row.approvedBy)?.name ?? null),
  }));
}
