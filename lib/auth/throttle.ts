/** Tries are counted before they are looked at, so that a hundred sent at once are a hundred. */
import { eq, lt } from "drizzle-orm";
import { signInThrottles } from "#db/schema/index.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { type System, system } from "#lib/core/system.ts";

const FREE_FAILURES = 4;
const WAIT_MS_MAX = 5 * 60_000;

/**
 * What is tried: a password for a name, whether the name exists or not, an identity at a provider, whether an account is tied
 * to it or not, or a second factor of an account.
 */
export type Tried = ({ password: string } | { identity: string } | { factor: string }) & {
  /** From `maybeKnownBrowser`: its tries are counted apart. */
  browser: string | null;
};

function keyOf({ keys }: System, tried: Tried): string {
  const where = tried.browser === null ? "" : ` ${tried.browser}`;
  if ("password" in tried) return keys.hmac("sign-in-name", `${tried.password}${where}`);
  return "identity" in tried
    ? keys.hmac("sign-in-identity", tried.identity)
    : keys.hmac("sign-in-factor", `${tried.factor}${where}`);
}

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

/**
 * Takes what counts once.
 * @param until when it counts no more in any case, in ms since 1970
 * @returns false when it was taken before
 */
export function takeOnce(sys: System, what: string, until: number): Promise<boolean> {
  const nameHash = sys.keys.hmac("taken-once", what);
  return keepBooks(sys, async (tx) => {
    const [row] = await tx.select().from(signInThrottles).where(eq(signInThrottles.nameHash, nameHash));
    if (row) return false;
    await tx.insert(signInThrottles).values({ nameHash, failures: 1, blockedUntil: until });
    return true;
  });
}

const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/** Forgets tries of the day before yesterday, since anybody can make up names; every hour. */
export async function forgetOldTries(): Promise<void> {
  const sys = await system();
  await keepBooks(sys, async (tx) => {
    await tx
      .delete(signInThrottles)
      .where(lt(signInThrottles.blockedUntil, sys.clock() - FORGOTTEN_AFTER_MS));
  });
}
