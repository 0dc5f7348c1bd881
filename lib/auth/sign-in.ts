/** From a name and a password to a session. Unknown names, wrong passwords and disabled accounts are told apart by nobody. */
import { eq } from "drizzle-orm";
import { accounts, signInThrottles } from "#db/schema/index.ts";
import { beginSession } from "#lib/accounts/commands/begin-session.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import type { Caller } from "#lib/core/caller.ts";
import { refusalsAreRecorded } from "#lib/core/denials.ts";
import { execute } from "#lib/core/execute.ts";
import { newId } from "#lib/core/ids.ts";
import { Refused } from "#lib/core/refusals.ts";
import { type System, system } from "#lib/core/system.ts";
import { checkAgainstNobody, passwordFits } from "#lib/platform/password.ts";

const FREE_FAILURES = 4;
const WAIT_MS_MAX = 5 * 60_000;

export type SignIn =
  | { ok: true; sessionId: string; accountId: string }
  | { ok: false; rule: "sign_in.failed" | "sign_in.wait" };

/** Checks a name and a password, and begins a session. */
export async function signIn(name: string, password: string): Promise<SignIn> {
  const sys = await system();
  const nameHash = sys.keys.hmac("sign-in-name", name.trim().toLowerCase());
  if (!(await takeTry(sys, nameHash))) return { ok: false, rule: "sign_in.wait" };
  const account = await accountNamed(sys, name.trim().toLowerCase());
  const fits = account
    ? await passwordFits(account.passwordHash, password)
    : await checkAgainstNobody(password);
  if (!account || !fits || account.status !== "active") {
    await recordFailure(sys, account ? asPerson(account) : { kind: "setup" });
    return { ok: false, rule: "sign_in.failed" };
  }
  await keepBooks(sys, (tx) =>
    tx
      .delete(signInThrottles)
      .where(eq(signInThrottles.nameHash, nameHash))
      .then(() => undefined),
  );
  const { sessionId } = await execute(beginSession, asPerson(account), {});
  return { ok: true, sessionId, accountId: account.id };
}

async function accountNamed(sys: System, name: string) {
  const [row] = await sys.store.read
    .select({
      id: accounts.id,
      humanId: accounts.humanId,
      passwordHash: accounts.passwordHash,
      status: accounts.status,
    })
    .from(accounts)
    .where(eq(accounts.name, name));
  return row ?? null;
}

const asPerson = (account: { id: string; humanId: string }): Caller => ({
  kind: "person",
  accountId: account.id,
  humanId: account.humanId,
  session: null,
  auth: "password",
});

/**
 * Counts a try before its password is looked at, so that a hundred sent at once are a hundred: after a few failures each
 * further one doubles the wait, up to five minutes, whether the name exists or not. A success forgets them.
 * @returns false while the wait lasts
 */
async function takeTry(sys: System, nameHash: string): Promise<boolean> {
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

async function recordFailure(sys: System, caller: Caller): Promise<void> {
  const failed = async () => {
    throw new Refused("sign_in.failed");
  };
  await refusalsAreRecorded(sys, caller, beginSession.name, newId("request"), failed).catch(() => undefined);
}
