/** A no is an event too: written after the roll-back, before the caller hears it. */
import { eq } from "drizzle-orm";
import { notFoundTallies } from "#db/schema/index.ts";
import type { Tx } from "#db/store.ts";
import { accountOf, type Caller } from "./caller.ts";
import { appendToChain } from "./chain.ts";
import { isDenial, NotFound, Refused } from "./refusals.ts";
import type { System } from "./system.ts";

const WINDOW_MS = 60_000;

/**
 * Runs an act and records its refusal. Not-found answers of one person within a minute are counted into one event, so
 * that a stranger cannot fill the log.
 */
export async function refusalsAreRecorded<T>(
  sys: System,
  caller: Caller,
  act: string,
  requestId: string,
  work: () => Promise<T>,
) {
  try {
    return await work();
  } catch (error) {
    if (isDenial(error))
      await sys.store.transact((tx) => recordDenial(tx, sys, caller, act, requestId, error));
    throw error;
  }
}

async function recordDenial(
  tx: Tx,
  sys: System,
  caller: Caller,
  act: string,
  requestId: string,
  error: Refused | NotFound,
) {
  const now = sys.clock();
  const repeats = error instanceof NotFound ? await countNotFound(tx, accountOf(caller), now) : 0;
  if (repeats === "counted") return;
  const rules = [error instanceof Refused ? error.rule : "not_found"];
  const entry = { act, decision: "deny", requestId, caseId: null, role: null, rules } as const;
  await appendToChain(tx, sys, caller, { ...entry, ...(repeats > 0 ? { repeats } : {}) }, now);
}

async function countNotFound(tx: Tx, accountId: string, now: number): Promise<number | "counted"> {
  const [tally] = await tx.select().from(notFoundTallies).where(eq(notFoundTallies.accountId, accountId));
  if (tally && now - tally.startedAt < WINDOW_MS) {
    await tx
      .update(notFoundTallies)
      .set({ count: tally.count + 1 })
      .where(eq(notFoundTallies.accountId, accountId));
    return "counted";
  }
  await tx.delete(notFoundTallies).where(eq(notFoundTallies.accountId, accountId));
  await tx.insert(notFoundTallies).values({ accountId, startedAt: now, count: 0 });
  return tally?.count ?? 0;
}
