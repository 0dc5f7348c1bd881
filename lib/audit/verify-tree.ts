/** Compares the stored subtrees of the log with those of its entries, as these go by. */
import { and, asc, desc, gte, lt } from "drizzle-orm";
import { auditSubtrees } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { LEVELS_MAX, levelsEndingAt, nodeHash, subtreeId } from "#lib/core/audit-tree.ts";
import { readEnds } from "./read-log.ts";

const SLICE = 2_000;

/** Watches the tree of a log from its first entry on. */
export function watchTree(read: Reader) {
  /** Whole subtrees to the left, from the largest. */
  const open: string[] = [];
  let due = new Map<number, string>();
  let from = 1;
  let seen = 0;
  let firstBad: number | null = null;

  const compare = async (): Promise<void> => {
    const expected = due;
    due = new Map();
    const [low, high] = [subtreeId(from, 0), subtreeId(seen + 1, 0)];
    from = seen + 1;
    if (firstBad !== null) return;
    const stored = await read
      .select()
      .from(auditSubtrees)
      .where(and(gte(auditSubtrees.id, low), lt(auditSubtrees.id, high)));
    const kept = new Map(stored.map(({ id, hash }) => [id, hash]));
    const wrong = [...new Set([...expected.keys(), ...kept.keys()])].filter(
      (id) => expected.get(id) !== kept.get(id),
    );
    if (wrong.length > 0) firstBad = entryOf(wrong.reduce((least, id) => Math.min(least, id)));
  };

  return {
    /** Takes the next entry. */
    note(seq: number, leaf: string): void {
      let hash = leaf;
      const levels = levelsEndingAt(seq);
      for (let level = 1; level <= levels; level++) {
        hash = nodeHash(open.pop() ?? "", hash);
        due.set(subtreeId(seq, level), hash);
      }
      open.push(hash);
      seen = seq;
    },
    /** Passes entries on, and compares in between. */
    async *beside<T>(entries: AsyncIterable<T>): AsyncGenerator<T> {
      let passed = 0;
      for await (const entry of entries) {
        yield entry;
        passed += 1;
        if (passed % SLICE === 0) await compare();
      }
    },
    /** @returns the entry at which the stored tree first departs, or null */
    async end(): Promise<number | null> {
      await compare();
      return firstBad ?? (await strayAt(read));
    },
  };
}

/** Entry by which a subtree is named that lies before the log or after its end, where one is: nothing compared it. */
async function strayAt(read: Reader): Promise<number | null> {
  const outermost = (order: typeof asc) =>
    read.select({ id: auditSubtrees.id }).from(auditSubtrees).orderBy(order(auditSubtrees.id)).limit(1);
  const [[first], [last]] = [await outermost(asc), await outermost(desc)];
  if (!first || !last) return null;
  if (entryOf(first.id) < 1) return entryOf(first.id);
  // Read after it: an entry is committed together with the subtrees that it ends.
  const { last: end } = await readEnds(read);
  return entryOf(last.id) > (end ?? 0) ? entryOf(last.id) : null;
}

const entryOf = (id: number): number => Math.floor(id / LEVELS_MAX);
