/** Stores the whole subtrees of the log's Merkle tree that end with an entry, in the transaction of that entry. */
import { eq, sql } from "drizzle-orm";
import { auditSubtrees } from "#db/schema/index.ts";
import type { Tx } from "#db/store.ts";
import { levelsEndingAt, nodeHash, subtreeId } from "./audit-tree.ts";

/**
 * Every second entry ends one subtree, every fourth another one: on average one row an entry.
 * Where a log from before the tree was stored is not filled in yet, nothing is: lib/audit/fill-tree.ts does it at the next start.
 * @param seq number of the entry
 * @param leaf its hash
 * @param prev hash of the entry before
 */
export async function growTree(tx: Tx, seq: number, leaf: string, prev: string): Promise<void> {
  let right = leaf;
  for (let level = 1; level <= levelsEndingAt(seq); level++) {
    const end = seq - 2 ** (level - 1);
    const left = level === 1 ? prev : await hashOf(tx, subtreeId(end, level - 1));
    if (left === null) return;
    right = nodeHash(left, right);
    await tx.insertRow(auditSubtrees, { id: subtreeId(seq, level), hash: right });
  }
}

async function hashOf(tx: Tx, id: number): Promise<string | null> {
  const kept = tx.kept("tree.node", (from) =>
    from
      .select({ hash: auditSubtrees.hash })
      .from(auditSubtrees)
      .where(eq(auditSubtrees.id, sql.placeholder("id"))),
  );
  const [row] = await kept.execute({ id });
  return row?.hash ?? null;
}
