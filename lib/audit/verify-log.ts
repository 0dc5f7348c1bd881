/** The whole check of a database: first the chain, then, if it holds, the rows against it. */
import type { Reader } from "#db/store.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { watchTimes } from "./anchor-times.ts";
import { anchorTimesKept, checkpointsKept } from "./kept-checkpoints.ts";
import { eventsBetween, readEnds } from "./read-log.ts";
import { type ChainBroken, type ChainResult, parseEvent, verifyChain } from "./verify.ts";
import { watchTree } from "./verify-tree.ts";
import { lastTraces, type RowsResult, verifyRows } from "./verify-rows.ts";
import type { ChainFault, Noted, Verdict } from "./vocabulary.ts";

export interface LogResult {
  verdict: Verdict;
  chain: ChainResult;
  /** Null when the entries themselves do not hold: then their traces prove nothing. */
  rows: RowsResult | null;
}

/**
 * Verifies the log, what its proofs are made of, and the rows of a database, which may be in use meanwhile.
 * @param noted sizes and roots written down elsewhere, to hold the log against; those of the checkpoints on record are used as well
 */
export async function verifyLog(read: Reader, keys: Keys, noted: readonly Noted[] = []): Promise<LogResult> {
  const traces = lastTraces();
  const { head: named } = await readEnds(read);
  // Before the end is read: none of these is of a log longer than what is verified.
  const kept = await checkpointsKept(read, named?.log ?? "");
  const times = watchTimes(await anchorTimesKept(read, named?.log ?? ""));
  const { head, first, last } = await readEnds(read);
  const tree = watchTree(read);
  const entries = tree.beside(eventsBetween(read, Math.min(first ?? 1, 1), last ?? 0));
  const chain = await verifyChain(entries, head, {
    noted,
    onRecord: kept.noted,
    onGood(event, leaf) {
      traces.note(event.rows);
      tree.note(event.seq, leaf);
      times.note(event.seq, Date.parse(event.ts));
    },
  });
  const timeBad = times.found()?.seq ?? null;
  if (!chain.ok) return { verdict: "chain_broken", chain, rows: null };
  const beside = besideTheChain(await tree.end(), kept.forgedAt, timeBad);
  let seen = chain.headSeq;
  const rows = await verifyRows(read, keys, traces, async () => {
    const { last: newest } = await readEnds(read);
    for await (const { body } of eventsBetween(read, seen + 1, newest ?? 0))
      traces.note(parseEvent(body)?.rows);
    seen = newest ?? 0;
  });
  // What is wrong beside the chain keeps nobody from hearing what is wrong with the records.
  if (beside) return { verdict: "chain_broken", chain: beside, rows };
  return { verdict: rows.ok ? "holds" : "rows_differ", chain, rows };
}

/** What is wrong with what stands beside a chain that holds. */
function besideTheChain(
  treeBad: number | null,
  forgedAt: number | null,
  timeBad: number | null,
): ChainBroken | null {
  const bad = (firstBad: number, why: ChainFault): ChainBroken => ({
    ok: false,
    firstBad,
    why,
    lastGood: Math.max(firstBad - 1, 0),
  });
  if (treeBad !== null) return bad(treeBad, "tree");
  if (forgedAt !== null) return bad(forgedAt, "checkpoint");
  return timeBad === null ? null : bad(timeBad, "anchor_time");
}
