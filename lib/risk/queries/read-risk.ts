import { eq, inArray } from "drizzle-orm";
import { accounts, humans } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { query } from "#lib/core/query.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { ASSESSED_MS_MAX } from "#lib/release/rules/risk.ts";
import { RISK_CAPS, RECIPIENT_CLASSES } from "#lib/release/words.ts";
import { z } from "zod";
import { assessmentsOf, riskEventsOf } from "../find.ts";
import { levelOf } from "../rules.ts";

/**
 * What threatens a person, as it was assessed last and before, what happened since, and to whom their account may go at that risk.
 * Its reading is logged.
 */
export const readRisk = query({
  name: "risk.read",
  input: z.strictObject({ witnessId: WitnessId }),
  permission: "risk.read",
  async run(ctx, { witnessId }) {
    const { read, now, scope } = ctx;
    const witness = await findWitness(ctx, witnessId);
    const assessments = (await assessmentsOf(read, [witnessId])).get(witnessId) ?? [];
    const events = (await riskEventsOf(read, witness.caseId, [witnessId]))(witnessId);
    const names = await namesOf(
      read,
      [...assessments, ...events].map(({ recordedBy }) => recordedBy),
    );
    const shown = assessments
      .map((row) => ({ ...row, level: levelOf(row), by: names.get(row.recordedBy) ?? null }))
      .toReversed();
    const [newest] = shown;
    const since = events.filter(({ recordedAt }) => newest && recordedAt >= newest.assessedAt);
    const isOver =
      newest !== undefined && Math.min(newest.validUntil, newest.assessedAt + ASSESSED_MS_MAX) <= now;
    const holds = newest !== undefined && !isOver && since.length === 0;
    return {
      witness: {
        id: witness.id,
        code: witness.code,
        caseId: witness.caseId,
        version: witness.version,
        retractedAt: witness.retractedAt,
      },
      seen: newest?.number ?? 0,
      newest: newest ?? null,
      /** Why the newest assessment lets nothing go; null where it does, or where there is none. */
      barredBy: newest === undefined || holds ? null : isOver ? ("over" as const) : ("happened" as const),
      isDone: newest?.mitigations.every(({ done }) => done) ?? true,
      /** Kinds of recipients whose limit the level does not pass. */
      mayGoTo: newest ? RECIPIENT_CLASSES.filter((one) => newest.level <= RISK_CAPS[one]) : [],
      assessments: shown,
      events: events.map((row) => ({ ...row, by: names.get(row.recordedBy) ?? null })).toReversed(),
      may: { write: scope.roleFor("risk.write", witness.caseId) !== null },
    };
  },
  traceOf: ({ witness: { id, version, caseId } }) => ({ caseId, object: { id, version } }),
});

async function namesOf(read: Reader, accountIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await inPieces(new Set(accountIds), (some) =>
    read
      .select({ id: accounts.id, name: humans.displayName })
      .from(accounts)
      .innerJoin(humans, eq(humans.id, accounts.humanId))
      .where(inArray(accounts.id, some)),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
