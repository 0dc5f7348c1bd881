import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { ledgerAnswers, testimonies } from "#db/schema/index.ts";
import type { RunContext } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { takesEffectAtOnce } from "#lib/release/rules/narrowing.ts";
import { ledgerOf, standingConsent } from "./find/ledger.ts";
import { asGateKnows, type AnswerRow, mustFollow, type Said, takenBack } from "./rules/answers.ts";
import { CELLS } from "./words.ts";

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
  mustFollow(ledger, said);
  const written: AnswerRow[] = [];
  const before = rows.length > 0 ? [] : await refusedBefore(ctx, witness.id, said);
  for (const [index, one] of [...before, ...said].entries()) {
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

/**
 * What was refused with an account before there was a ledger is its first entry: so a yes to it is a wider answer, and waits for a
 * second person like any other.
 */
async function refusedBefore(
  { read }: RunContext,
  witnessId: string,
  said: readonly Said[],
): Promise<Said[]> {
  const told = await read
    .select({
      at: testimonies.createdAt,
      internal: testimonies.consentInternal,
      leaving: testimonies.consentExport,
    })
    .from(testimonies)
    .where(and(eq(testimonies.witnessId, witnessId), isNull(testimonies.retractedAt)))
    .orderBy(desc(testimonies.createdAt), desc(testimonies.id));
  const refusal = (isOurs: boolean) =>
    told.find(({ internal, leaving }) => (isOurs ? internal : leaving) === "no");
  const isSaidAgain = ({ recipientClass, purpose }: (typeof CELLS)[number]) =>
    said.some(
      (one) => one.recipientClass === recipientClass && one.purpose === purpose && one.answer !== "yes",
    );
  return CELLS.flatMap((cell) => {
    if (isSaidAgain(cell)) return [];
    const found = refusal(cell.recipientClass === "ourselves");
    return found ? [takenBack(cell, found.at, null)] : [];
  });
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
