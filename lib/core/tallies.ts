/** Not-found answers of one person within a minute are counted, so that a stranger cannot fill the log. */
import { and, eq, gt, lte, type Placeholder, sql } from "drizzle-orm";
import { notFoundTallies } from "#db/schema/index.ts";
import type { Tx } from "#db/store.ts";

const WINDOW_MS = 60_000;

/**
 * Counts an answer.
 * @returns `"counted"` within the minute of an earlier one; else how many were counted in the minute before
 */
export async function countNotFound(tx: Tx, accountId: string, now: number): Promise<number | "counted"> {
  const mine = eq(notFoundTallies.accountId, accountId);
  const [tally] = await tx.select().from(notFoundTallies).where(mine);
  if (tally && now - tally.startedAt < WINDOW_MS) {
    await tx
      .update(notFoundTallies)
      .set({ count: tally.count + 1 })
      .where(mine);
    return "counted";
  }
  await tx.delete(notFoundTallies).where(mine);
  await tx.insert(notFoundTallies).values({ accountId, startedAt: now, count: 0 });
  return tally?.count ?? 0;
}

const overBefore = (instant: number | Placeholder) =>
  and(lte(notFoundTallies.startedAt, instant), gt(notFoundTallies.count, 0));

/** Takes the counts whose minute is over: whoever does not knock again is on record too. */
export async function takeTallies(tx: Tx, now: number): Promise<{ accountId: string; count: number }[]> {
  const kept = tx.kept("tallies.due", (from) =>
    from
      .select({ accountId: notFoundTallies.accountId, count: notFoundTallies.count })
      .from(notFoundTallies)
      .where(overBefore(sql.placeholder("before"))),
  );
  const due = await kept.execute({ before: now - WINDOW_MS });
  if (due.length > 0) await tx.delete(notFoundTallies).where(overBefore(now - WINDOW_MS));
  return due;
}
