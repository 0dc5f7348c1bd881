/** The whole check of a database: first the chain, then, if it holds, the rows against it. */
import type { Reader } from "#db/store.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { eventsBetween, readEnds } from "./read-log.ts";
import { type ChainResult, parseEvent, verifyChain } from "./verify.ts";
import { lastTraces, type RowsResult, verifyRows } from "./verify-rows.ts";
import type { Noted, Verdict } from "./vocabulary.ts";

export interface LogResult {
  verdict: Verdict;
  chain: ChainResult;
  /** Null when the chain does not hold: then its traces prove nothing. */
  rows: RowsResult | null;
}

/**
 * Verifies the log and the rows of a database, which may be in use meanwhile.
 * @param noted size and root written down earlier, to hold the log against
 */
export async function verifyLog(read: Reader, keys: Keys, noted?: Noted): Promise<LogResult> {
  const traces = lastTraces();
  const { head, first, last } = await readEnds(read);
  const events = eventsBetween(read, Math.min(first ?? 1, 1), last ?? 0);
  const chain = await verifyChain(events, head, { noted, onGood: (event) => traces.note(event.rows) });
  if (!chain.ok) return { verdict: "chain_broken", chain, rows: null };
  let seen = chain.headSeq;
  const rows = await verifyRows(read, keys, traces, async () => {
    const { last: newest } = await readEnds(read);
    for await (const { body } of eventsBetween(read, seen + 1, newest ?? 0))
      traces.note(parseEvent(body)?.rows);
    seen = newest ?? 0;
  });
  return { verdict: rows.ok ? "holds" : "rows_differ", chain, rows };
}
