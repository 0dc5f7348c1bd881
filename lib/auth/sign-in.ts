/**
 * From a name and a password to a ticket, and from a ticket and a second factor to a session. Unknown names, wrong passwords
 * and disabled accounts are told apart by nobody.
 */
import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/index.ts";
import { beginSession } from "#lib/accounts/commands/begin-session.ts";
import { ask } from "#lib/core/ask.ts";
import type { Caller, ProvenFactor } from "#lib/core/caller.ts";
import { refusalsAreRecorded } from "#lib/core/denials.ts";
import { execute } from "#lib/core/execute.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict, Invalid, Refused } from "#lib/core/refusals.ts";
import { type System, system } from "#lib/core/system.ts";
import { addTotp } from "#lib/factors/commands/add-totp.ts";
import { liveFactors } from "#lib/factors/find.ts";
import { offerTotp } from "#lib/factors/queries/offer-totp.ts";
import {
  checkAgainstNobody,
  hasRoom,
  NO_PASSWORD,
  passwordFits,
  TooManyWait,
} from "#lib/platform/password.ts";
import { takeCode } from "./check-factor.ts";
import { maybeKnownBrowser } from "./known-browser.ts";
import { maybeTicket, sealTicket } from "./ticket.ts";
import { forgetTries, takeTry } from "./throttle.ts";

type Offer = Awaited<ReturnType<typeof offerTotp.run>>;

/** After the password: what is asked for next, or why not. */
export type PasswordOutcome =
  | { ok: true; accountId: string; ticket: string; next: { kind: "code" } | { kind: "first"; offer: Offer } }
  | { ok: false; rule: "sign_in.failed" | "sign_in.wait" | "sign_in.busy" };

/**
 * Checks a name and a password. No session comes of it: `finishSignIn` wants a second factor.
 * @param cookies the `Cookie` header, by which a known browser is known
 */
export async function checkPassword(
  typedName: string,
  password: string,
  cookies: string | null = null,
): Promise<PasswordOutcome> {
  const sys = await system();
  const name = typedName.trim().toLowerCase();
  const browser = maybeKnownBrowser(sys.keys, cookies, name, sys.clock());
  const isStranger = browser === null;
  if (isStranger && !hasRoom()) return { ok: false, rule: "sign_in.busy" };
  if (!(await takeTry(sys, { password: name, browser }))) return { ok: false, rule: "sign_in.wait" };
  const account = await accountWhere(sys, eq(accounts.name, name));
  const fits = await fitting(account?.passwordHash ?? NO_PASSWORD, password, isStranger);
  if (fits === "busy") return { ok: false, rule: "sign_in.busy" };
  if (!account || !fits || account.status !== "active") {
    await recordFailure(sys, account ? asPerson(account) : { kind: "setup" });
    return { ok: false, rule: "sign_in.failed" };
  }
  await forgetTries(sys, { password: name, browser });
  const held = await liveFactors(sys.store.read, account.id);
  const { id: accountId, version } = account;
  return {
    ok: true,
    accountId,
    ticket: sealTicket(sys.keys, { accountId, version, at: sys.clock() }),
    next:
      held.length > 0
        ? { kind: "code" }
        : { kind: "first", offer: await ask(offerTotp, asPerson(account), {}) },
  };
}

/** Who was invited and has chosen no password yet takes as long as who does not exist, and as who has. */
async function fitting(hash: string, password: string, isStranger: boolean): Promise<boolean | "busy"> {
  try {
    return hash === NO_PASSWORD
      ? await checkAgainstNobody(password, isStranger)
      : await passwordFits(hash, password, isStranger);
  } catch (error) {
    if (error instanceof TooManyWait) return "busy";
    throw error;
  }
}

/** What comes with the second factor. */
export interface Proof {
  /** From `checkPassword`. */
  ticket: string;
  /** A code by the clock, or a recovery code. */
  code: string;
  /** Where the account has no factor yet: the secret that it was offered. */
  offer: string | null;
  /** The session that this browser had before. */
  replaces: string | null;
  /** The `Cookie` header, by which a known browser is known. */
  cookies?: string | null;
}

export type SignIn =
  | { ok: true; sessionId: string; accountId: string }
  | { ok: false; rule: "sign_in.wait" | "sign_in.code" | "sign_in.over" };

/** Checks the second factor, and begins a session. */
export async function finishSignIn({
  ticket: sealed,
  code,
  offer,
  replaces,
  cookies = null,
}: Proof): Promise<SignIn> {
  const sys = await system();
  const ticket = maybeTicket(sys.keys, sealed, sys.clock());
  const account = ticket && (await accountWhere(sys, eq(accounts.id, ticket.accountId)));
  if (!account || account.status !== "active" || account.version !== ticket.version)
    return { ok: false, rule: "sign_in.over" };
  const browser = maybeKnownBrowser(sys.keys, cookies, account.name, sys.clock());
  const tried = { factor: account.id, browser };
  if (!(await takeTry(sys, tried))) return { ok: false, rule: "sign_in.wait" };
  const factor = await provenBy(sys, account, code, offer);
  if (factor === null || factor === "over") {
    await recordFailure(sys, asPerson(account));
    return { ok: false, rule: factor === null ? "sign_in.code" : "sign_in.over" };
  }
  await forgetTries(sys, tried);
  const { sessionId } = await execute(
    beginSession,
    { ...asPerson(account), auth: factor },
    { factor, replaces },
  );
  return { ok: true, sessionId, accountId: account.id };
}

/** @returns what was proven, null for a wrong code, `over` for an offer that counts no more */
async function provenBy(
  sys: System,
  account: Account,
  code: string,
  offer: string | null,
): Promise<ProvenFactor | "over" | null> {
  const held = await liveFactors(sys.store.read, account.id);
  if (held.length > 0) return takeCode(sys, account.id, code);
  if (offer === null) return "over";
  try {
    await execute(addTotp, asPerson(account), { offer, code });
    return "totp";
  } catch (error) {
    if (error instanceof Invalid) return null;
    if (error instanceof Conflict) return "over";
    throw error;
  }
}

type Account = NonNullable<Awaited<ReturnType<typeof accountWhere>>>;

async function accountWhere(sys: System, which: ReturnType<typeof eq>) {
  const [row] = await sys.store.read
    .select({
      id: accounts.id,
      version: accounts.version,
      humanId: accounts.humanId,
      name: accounts.name,
      passwordHash: accounts.passwordHash,
      status: accounts.status,
    })
    .from(accounts)
    .where(which);
  return row ?? null;
}

const asPerson = (account: { id: string; humanId: string }): Extract<Caller, { kind: "person" }> => ({
  kind: "person",
  accountId: account.id,
  humanId: account.humanId,
  session: null,
  auth: "password",
});

async function recordFailure(sys: System, caller: Caller): Promise<void> {
  const failed = async () => {
    throw new Refused("sign_in.failed");
  };
  await refusalsAreRecorded(sys, caller, beginSession.name, newId("request"), failed).catch(() => undefined);
}
