/** Stores the subtrees of entries that were written before the tree was stored. */
import { and, asc, count, gt, gte, lte } from "drizzle-orm";
import { auditEvents, auditHead, auditSubtrees } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { levelsEndingAt, nodeHash, subtreeId } from "#lib/core/audit-tree.ts";
import type { System } from "#lib/core/system.ts";

const SLICE = 2_000;

/** How many subtrees a log of a size has, its leaves not counted: one less than entries for each tree in it. */
function subtreesIn(size: number): number {
  let found = 0;
  for (let rest = Math.floor(size / 2); rest > 0; rest = Math.floor(rest / 2)) found += rest;
  return found;
}

/**
 * Fills in what is missing. What is there stays as it is, right or wrong: the check of the log compares it.
 * @param say receives a line when something was done
 */
export async function fillTree(sys: System, say: (line: string) => void): Promise<void> {
  const { read } = sys.store;
  const [head] = await read.select({ seq: auditHead.seq }).from(auditHead);
  const [stored] = await read.select({ n: count() }).from(auditSubtrees);
  if (!head || Number(stored?.n ?? 0) >= subtreesIn(head.seq)) return;
  // Whole subtrees to the left of where it is, by their levels.
  const open: string[] = [];
  for (let from = 1; from <= head.seq; from += SLICE) {
    const to = Math.min(from + SLICE - 1, head.seq);
    const made = subtreesOfSlice(await leavesOf(read, from, to), open);
    if (made === null) return;
    const known = await storedBetween(read, from, to);
    const missing = made.filter(({ id }) => !known.has(id));
    if (missing.length > 0) await keepBooks(sys, (tx) => tx.insertRows(auditSubtrees, missing));
  }
  say(`The tree of the log was filled in up to entry ${head.seq}.`);
}

const leavesOf = (read: Reader, from: number, to: number) =>
  read
    .select({ seq: auditEvents.seq, leaf: auditEvents.leaf })
    .from(auditEvents)
    .where(and(gte(auditEvents.seq, from), lte(auditEvents.seq, to)))
    .orderBy(asc(auditEvents.seq));

async function storedBetween(read: Reader, from: number, to: number): Promise<Set<number>> {
  const rows = await read
    .select({ id: auditSubtrees.id })
    .from(auditSubtrees)
    .where(and(gt(auditSubtrees.id, subtreeId(from, 0)), lte(auditSubtrees.id, subtreeId(to + 1, 0))));
  return new Set(rows.map(({ id }) => id));
}

/** Null where an entry is missing: then the log does not hold, and the check of it says so. */
function subtreesOfSlice(leaves: readonly { seq: number; leaf: string }[], open: string[]) {
  const made: { id: number; hash: string }[] = [];
  for (const { seq, leaf } of leaves) {
    let hash = leaf;
    const levels = levelsEndingAt(seq);
    for (let level = 1; level <= levels; level++) {
      const left = open.pop();
      if (left === undefined) return null;
      hash = nodeHash(left, hash);
      made.push({ id: subtreeId(seq, level), hash });
    }
    open.push(hash);
  }
  return made;
}
