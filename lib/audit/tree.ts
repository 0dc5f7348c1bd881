/**
 * Roots and proofs of the log from its stored subtrees (RFC 6962, 2.1): each reads as many rows as the log has levels, or
 * a few times that.
 */
import { inArray } from "drizzle-orm";
import { auditEvents, auditSubtrees } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { EMPTY_ROOT, nodeHash, subtreeId, subtreesOf } from "#lib/core/audit-tree.ts";

/** The stored tree is not whole: an entry or a subtree that a proof needs is not there. */
export class TreeIncomplete extends Error {}

/** A stretch of the log: the entries after `start` up to `end`. */
interface Stretch {
  start: number;
  end: number;
}

/** The whole subtrees that a stretch consists of, from its beginning; stretches of a tree begin where such a one may. */
const partsOf = ({ start, end }: Stretch) =>
  subtreesOf(end - start).map(({ end: last, level }) => ({ end: start + last, level }));

/** Reads the hashes of subtrees, each once. */
async function hashesOf(read: Reader, wanted: readonly { end: number; level: number }[]) {
  const hashes = new Map<number, string>();
  const leaves = wanted.filter(({ level }) => level === 0).map(({ end }) => end);
  const nodes = wanted.filter(({ level }) => level > 0).map(({ end, level }) => subtreeId(end, level));
  if (leaves.length > 0) {
    const rows = await read
      .select({ seq: auditEvents.seq, leaf: auditEvents.leaf })
      .from(auditEvents)
      .where(inArray(auditEvents.seq, leaves));
    for (const { seq, leaf } of rows) hashes.set(subtreeId(seq, 0), leaf);
  }
  if (nodes.length > 0) {
    const rows = await read.select().from(auditSubtrees).where(inArray(auditSubtrees.id, nodes));
    for (const { id, hash } of rows) hashes.set(id, hash);
  }
  return ({ end, level }: { end: number; level: number }): string => {
    const hash = hashes.get(subtreeId(end, level));
    if (hash === undefined)
      throw new TreeIncomplete(`the tree of the log has no subtree that ends at ${end}`);
    return hash;
  };
}

/** Hashes of some stretches of the log, in their order. @throws TreeIncomplete */
async function rootsOf(read: Reader, stretches: readonly Stretch[]): Promise<string[]> {
  const hashOf = await hashesOf(read, stretches.flatMap(partsOf));
  return stretches.map((stretch) =>
    partsOf(stretch)
      .map(hashOf)
      .reduceRight((right, left) => nodeHash(left, right)),
  );
}

/** Root of the log up to a size; lower-case hex. @throws TreeIncomplete */
export async function rootAt(read: Reader, size: number): Promise<string> {
  if (size === 0) return EMPTY_ROOT;
  const [root] = await rootsOf(read, [{ start: 0, end: size }]);
  return root ?? EMPTY_ROOT;
}

/** Hashes of the whole subtrees of which the log up to a size consists, from the largest. @throws TreeIncomplete */
export async function frontierAt(read: Reader, size: number): Promise<string[]> {
  const parts = partsOf({ start: 0, end: size });
  return parts.map(await hashesOf(read, parts));
}

/**
 * Proof that an entry stands in the log of a size, from the leaf upward (RFC 6962, 2.1.1).
 * @param seq number of the entry, from 1 to `size`
 * @throws TreeIncomplete
 */
export const inclusionProof = (read: Reader, seq: number, size: number): Promise<string[]> =>
  rootsOf(read, pathOf(seq, { start: 0, end: size }));

/** Where a stretch is cut in two: after the largest power of two that is smaller than its length. */
function cutOf({ start, end }: Stretch): number {
  let width = 1;
  while (width * 2 < end - start) width *= 2;
  return start + width;
}

function pathOf(seq: number, stretch: Stretch): Stretch[] {
  if (seq <= stretch.start || seq > stretch.end) throw new RangeError("no such entry in this log");
  if (stretch.end - stretch.start === 1) return [];
  const cut = cutOf(stretch);
  const left = { start: stretch.start, end: cut };
  const right = { start: cut, end: stretch.end };
  return seq <= cut ? [...pathOf(seq, left), right] : [...pathOf(seq, right), left];
}

/**
 * Proof that the log of one size is the beginning of the log of another (RFC 6962, 2.1.2).
 * @param from the smaller size, from 0
 * @throws TreeIncomplete
 */
export async function consistencyProof(read: Reader, from: number, to: number): Promise<string[]> {
  if (from < 0 || from > to) throw new RangeError("a log is the beginning of a longer one only");
  if (from === 0 || from === to) return [];
  return rootsOf(read, between(from, { start: 0, end: to }, true));
}

function between(from: number, stretch: Stretch, isKnown: boolean): Stretch[] {
  if (from === stretch.end) return isKnown ? [] : [stretch];
  const cut = cutOf(stretch);
  const left = { start: stretch.start, end: cut };
  const right = { start: cut, end: stretch.end };
  return from <= cut ? [...between(from, left, isKnown), right] : [...between(from, right, false), left];
}
