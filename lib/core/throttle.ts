/** What people may do often, but not without end: counted before it is done, so that a hundred sent at once are a hundred. */
import { eq } from "drizzle-orm";
import { signInThrottles } from "#db/schema/index.ts";
import type { Tx } from "#db/store.ts";
import { keepBooks } from "./bookkeeping.ts";
import type { System } from "./system.ts";

interface Bound {
  /** Of what it is one; kept as a keyed hash. */
  what: string;
  most: number;
  withinMs: number;
  /** Done each time that it is one too many, in the same transaction. @param until when it may go on */
  onTooMany: (tx: Tx, until: number) => Promise<void>;
}

/**
 * Counts one more. So many are free within a time that begins with the first of them.
 * @returns false when it is one too many
 */
export function takeTurn(sys: System, { what, most, withinMs, onTooMany }: Bound): Promise<boolean> {
  const nameHash = sys.keys.hmac("turns", what);
  return keepBooks(sys, async (tx) => {
    const now = sys.clock();
    const mine = eq(signInThrottles.nameHash, nameHash);
    const [row] = await tx.select().from(signInThrottles).where(mine);
    if (!row) {
      await tx.insert(signInThrottles).values({ nameHash, failures: 1, blockedUntil: now + withinMs });
      return true;
    }
    if (row.blockedUntil <= now) {
      await tx
        .update(signInThrottles)
        .set({ failures: 1, blockedUntil: now + withinMs })
        .where(mine);
      return true;
    }
    if (row.failures >= most) {
      await onTooMany(tx, row.blockedUntil);
      return false;
    }
    await tx
      .update(signInThrottles)
      .set({ failures: row.failures + 1 })
      .where(mine);
    return true;
  });
}
