/** The whole check of a database: first the chain, then, if it holds, the rows against it. */
import type { Reader } from "#db/store.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { checkpointsKept } from "./kept-checkpoints.ts";
import { eventsBetween, readEnds } from "./read-log.ts";
import { type ChainBroken, type ChainResult, parseEvent, verifyChain } from "./verify.ts";
import { watchTree } from "./verify-tree.ts";
import { lastTraces, type RowsResult, verifyRows } from "./verify-rows.ts";
import type { Noted, Verdict } from "./vocabulary.ts";

export interface LogResult {
  verdict: Verdict;
  chain: ChainResult;
  /** Null when the chain does not hold: then its traces prove nothing. */
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
  const { head, first, last } = await readEnds(read);
  const tree = watchTree(read);
  const entries = tree.beside(eventsBetween(read, Math.min(first ?? 1, 1), last ?? 0));
  const chain = await verifyChain(entries, head, {
    noted: [...noted, ...kept.noted],
    onGood(event, leaf) {
      traces.note(event.rows);
      tree.note(event.seq, leaf);
    },
  });
  const broken = chain.ok ? besideTheChain(await tree.end(), kept.forgedAt) : chain;
  if (broken || !chain.ok) return { verdict: "chain_broken", chain: broken ?? chain, rows: null };
  let seen = chain.headSeq;
  const rows = await verifyRows(read, keys, traces, async () => {
    const { last: newest } = await readEnds(read);
    for await (const { body } of eventsBetween(read, seen + 1, newest ?? 0))
      traces.note(parseEvent(body)?.rows);
    seen = newest ?? 0;
  });
  return { verdict: rows.ok ? "holds" : "rows_differ", chain, rows };
}

/** What is wrong with what stands beside a chain that holds. */
function besideTheChain(treeBad: number | null, forgedAt: number | null): ChainBroken | null {
  if (treeBad !== null) return { ok: false, firstBad: treeBad, why: "tree", lastGood: treeBad - 1 };
  if (forgedAt !== null) return { ok: false, firstBad: forgedAt, why: "checkpoint", lastGood: forgedAt - 1 };
  return null;
}
