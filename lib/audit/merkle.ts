/** The Merkle root of a growing list of leaves (RFC 6962, section 2.1), in memory that grows with its logarithm. */
import { createHash } from "node:crypto";

export interface MerkleTree {
  /** @param leaf leaf hash, lower-case hex */
  add(leaf: string): void;
  readonly size: number;
  /** Root over the leaves so far; lower-case hex. */
  root(): string;
}

const nodeOf = (left: Buffer, right: Buffer) =>
  createHash("sha256")
    .update(Buffer.from([1]))
    .update(left)
    .update(right)
    .digest();

/** What is known of a tree that is not read from its beginning. */
export interface TreeSoFar {
  size: number;
  /** Roots of the whole subtrees that it consists of, from the largest; lower-case hex. */
  frontier: readonly string[];
}

/** A tree that is empty, or goes on from where another ended. */
export function merkleTree(before: TreeSoFar = { size: 0, frontier: [] }): MerkleTree {
  // One root per one-bit of the size: whole subtrees from the largest to the smallest.
  const subtrees: Buffer[] = before.frontier.map((hash) => Buffer.from(hash, "hex"));
  let { size } = before;
  return {
    add(leaf) {
      let node: Buffer = Buffer.from(leaf, "hex");
      for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
        const left = subtrees.pop();
        if (left) node = nodeOf(left, node);
      }
      subtrees.push(node);
      size += 1;
    },
    get size() {
      return size;
    },
    root() {
      if (subtrees.length === 0) return createHash("sha256").digest("hex");
      return subtrees.reduceRight((right, left) => nodeOf(left, right)).toString("hex");
    },
  };
}
