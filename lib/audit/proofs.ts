/**
 * Checks proofs of the Merkle tree of RFC 6962: that an entry stands in a log, and that one log is the beginning of
 * another. The steps are those of RFC 9162, sections 2.1.3.2 and 2.1.4.2.
 */
import { nodeHash } from "#lib/core/audit-tree.ts";

/**
 * Whether a leaf stands at a place of a log.
 * @param index from 0
 * @param proof from the leaf upward; hashes in lower-case hex
 */
export function isIncluded(
  leaf: string,
  index: number,
  size: number,
  proof: readonly string[],
  root: string,
): boolean {
  if (!isPlace(index) || !isPlace(size) || index >= size) return false;
  let [place, last, hash] = [index, size - 1, leaf];
  for (const other of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(other, hash);
      while (place % 2 === 0 && place > 0) [place, last] = [half(place), half(last)];
    } else hash = nodeHash(hash, other);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && hash === root;
}

/** Whether the log of the first root is the beginning of the log of the second. */
export function isConsistent(
  first: { size: number; root: string },
  second: { size: number; root: string },
  proof: readonly string[],
): boolean {
  if (!isPlace(first.size) || !isPlace(second.size) || first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && first.root === second.root;
  // The empty log is the beginning of each (RFC 9162 proves nothing about it).
  if (first.size === 0) return proof.length === 0;
  let [place, last] = [first.size - 1, second.size - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  // A first log that is one whole subtree stands in no proof.
  const [start, ...rest] = place === 0 ? [first.root, ...proof] : proof;
  if (start === undefined) return false;
  let [older, newer] = [start, start];
  for (const other of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      older = nodeHash(other, older);
      newer = nodeHash(other, newer);
      while (place % 2 === 0 && place > 0) [place, last] = [half(place), half(last)];
    } else newer = nodeHash(newer, other);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && older === first.root && newer === second.root;
}

const half = (n: number): number => Math.floor(n / 2);
const isPlace = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
