/**
 * The Merkle tree of the log (RFC 6962, 2.1) as it is stored: the hash of every whole subtree, so that appending, a root
 * and a proof each cost the logarithm of the log's length.
 */
import { createHash } from "node:crypto";

/** Hash of a node over its two halves; lower-case hex. */
export const nodeHash = (left: string, right: string): string =>
  createHash("sha256").update(`01${left}${right}`, "hex").digest("hex");

/** Root of an empty log. */
export const EMPTY_ROOT = createHash("sha256").digest("hex");

/** More levels than a log that can be counted can have. */
export const LEVELS_MAX = 64;

/**
 * Key of a stored subtree.
 * @param end number of the last entry in it
 * @param level it holds 2^level entries; 0 is the leaf itself, which is stored with its entry
 */
export const subtreeId = (end: number, level: number): number => end * LEVELS_MAX + level;

/** How many levels of whole subtrees end with an entry, the leaf itself not counted. */
export function levelsEndingAt(seq: number): number {
  let levels = 0;
  for (let rest = seq; rest % 2 === 0 && rest > 0; rest /= 2) levels += 1;
  return levels;
}

/**
 * The whole subtrees that a log of a size consists of, from the largest on: one for each bit of the size.
 * @returns the number of the last entry of each, and its level
 */
export function subtreesOf(size: number): { end: number; level: number }[] {
  const found: { end: number; level: number }[] = [];
  let end = 0;
  for (let level = LEVELS_MAX - 12; level >= 0; level--) {
    const width = 2 ** level;
    if (Math.floor(size / width) % 2 === 1) {
      end += width;
      found.push({ end, level });
    }
  }
  return found;
}
