import { and, eq, isNull, ne } from "drizzle-orm";
import { ledgerAnswers, testimonies } from "#db/schema/index.ts";
import type { RunContext } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { takesEffectAtOnce } from "#lib/release/rules/narrowing.ts";
import { ledgerOf, standingConsent } from "./find/ledger.ts";
import { asGateKnows, type AnswerRow, type Said } from "./rules/answers.ts";

interface Asked {
  readonly id: string;
  readonly caseId: string;
}

/**
 * Writes answers into a person's ledger, and lets their accounts and all that rests on these follow at once.
 * @param seen the number of the newest answer that whoever records has seen
 * @throws Conflict when somebody recorded answers in between: an answer follows on all before it
 */
export async function writeAnswers(ctx: RunContext, witness: Asked, seen: number, said: readonly Said[]) {
  const rows = await ledgerOf(ctx.read, witness.id);
  const last = rows.at(-1)?.number ?? 0;
  if (last !== seen) throw new Conflict("consent.moved_on");
  const ledger = rows.map(asGateKnows);
  const written: AnswerRow[] = [];
  for (const [index, one] of said.entries()) {
    const row = { ...one, id: newId("consentAnswer"), number: last + index + 1, waitsForSecond: false };
    const isAtOnce = takesEffectAtOnce(ledger, asGateKnows(row));
    written.push(
      await ctx.write.insert(ledgerAnswers, {
        ...row,
        caseId: witness.caseId,
        witnessId: witness.id,
        waitsForSecond: !isAtOnce,
        recordedAt: ctx.now,
        recordedBy: ctx.scope.accountId,
        approvedAt: null,
        approvedBy: null,
      }),
    );
    ledger.push(asGateKnows({ ...row, waitsForSecond: !isAtOnce }));
  }
  await followLedger(ctx, witness.id);
  return written;
}

/** Brings the person's accounts to what the ledger says, also those that the caller may not know of: it is the person's will. */
export async function followLedger(ctx: RunContext, witnessId: string): Promise<void> {
  const answers = await standingConsent(ctx.read, witnessId, ctx.now);
  const told = await ctx.read
    .select()
    .from(testimonies)
    .where(
      and(
        eq(testimonies.witnessId, witnessId),
        isNull(testimonies.retractedAt),
        ne(testimonies.kind, "published_account"),
      ),
    );
  const moved = told.filter(
    ({ consentInternal, consentExport }) =>
      (answers.consentInternal ?? consentInternal) !== consentInternal ||
      (answers.consentExport ?? consentExport) !== consentExport,
  );
  for (const { id, version } of moved)
    await ctx.write.amend(testimonies, id, version, { ...answers, updatedAt: ctx.now });
  if (moved.length > 0) await recheckFindings(ctx, { witnessId });
}
