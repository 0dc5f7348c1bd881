/** Tries are counted before they are looked at, so that a hundred sent at once are a hundred. */
import { eq } from "drizzle-orm";
import { signInThrottles } from "#db/schema/index.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import type { System } from "#lib/core/system.ts";

const FREE_FAILURES = 4;
const WAIT_MS_MAX = 5 * 60_000;

/** What is tried: a password for a name, whether the name exists or not, or a second factor of an account. */
export type Tried = { password: string } | { factor: string };

const keyOf = ({ keys }: System, tried: Tried): string =>
  "password" in tried ? keys.hmac("sign-in-name", tried.password) : keys.hmac("sign-in-factor", tried.factor);

/**
 * Counts a try: after a few failures each further one doubles the wait, up to five minutes.
 * @returns false while the wait lasts
 */
export function takeTry(sys: System, tried: Tried): Promise<boolean> {
  const nameHash = keyOf(sys, tried);
  return keepBooks(sys, async (tx) => {
    const now = sys.clock();
    const [row] = await tx.select().from(signInThrottles).where(eq(signInThrottles.nameHash, nameHash));
    if (row && row.blockedUntil > now) return false;
    const failures = (row?.failures ?? 0) + 1;
    const waitMs =
      failures <= FREE_FAILURES ? 0 : Math.min(1_000 * 2 ** (failures - FREE_FAILURES), WAIT_MS_MAX);
    const next = { failures, blockedUntil: now + waitMs };
    if (row) await tx.update(signInThrottles).set(next).where(eq(signInThrottles.nameHash, nameHash));
    else await tx.insert(signInThrottles).values({ nameHash, ...next });
    return true;
  });
}

/** A success forgets the failures before it. */
export async function forgetTries(sys: System, tried: Tried): Promise<void> {
  const nameHash = keyOf(sys, tried);
  await keepBooks(sys, async (tx) => {
    await tx.delete(signInThrottles).where(eq(signInThrottles.nameHash, nameHash));
  });
}
