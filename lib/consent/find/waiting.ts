/** Wider answers that wait for a second person, whom the caller may be. The command asks the same. */
import { and, countDistinct, eq, exists, gt, isNull, not, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { accounts, isWaiting, ledgerAnswers, witnesses } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";

type Context = Pick<AskContext, "read" | "scope">;

const later = alias(ledgerAnswers, "later");

/** The condition that an answer waits which somebody else recorded, and of which none that came since has taken the place. */
function waitsForCaller({ read, scope }: Context): SQL | undefined {
  const own = read
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, ledgerAnswers.recordedBy), eq(accounts.humanId, scope.humanId)));
  const replaced = read
    .select({ id: later.id })
    .from(later)
    .where(
      and(
        eq(later.witnessId, ledgerAnswers.witnessId),
        gt(later.number, ledgerAnswers.number),
        eq(later.recipientClass, ledgerAnswers.recipientClass),
        eq(later.purpose, ledgerAnswers.purpose),
        or(isNull(later.country), eq(later.country, ledgerAnswers.country)),
        not(sql`(${eq(later.answer, "yes")} and ${isWaiting(later.waitsForSecond)})`),
      ),
    );
  return and(isWaiting(ledgerAnswers.waitsForSecond), notExists(own), notExists(replaced));
}

/** The condition that a person of a list of witnesses has an answer to which the caller may say yes. */
export const hasAnswerWaiting = (ctx: Context): SQL =>
  exists(
    ctx.read
      .select({ id: ledgerAnswers.id })
      .from(ledgerAnswers)
      .where(
        and(
          eq(ledgerAnswers.caseId, witnesses.caseId),
          eq(ledgerAnswers.witnessId, witnesses.id),
          ctx.scope.cases(ledgerAnswers.caseId, "consent.approve"),
          waitsForCaller(ctx),
        ),
      ),
  );

/** By case: how many people have an answer that waits for the caller. */
export const peopleWaiting = (ctx: Context) =>
  ctx.read
    .select({ caseId: ledgerAnswers.caseId, count: countDistinct(ledgerAnswers.witnessId) })
    .from(ledgerAnswers)
    .innerJoin(witnesses, eq(witnesses.id, ledgerAnswers.witnessId))
    .where(
      and(
        ctx.scope.acrossCases(ledgerAnswers.caseId, "consent.approve"),
        isNull(witnesses.retractedAt),
        waitsForCaller(ctx),
      ),
    )
    .groupBy(ledgerAnswers.caseId);
