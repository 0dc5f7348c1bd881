/**
 * From a name and a password, or an identity at a provider in their place, to a ticket, and from a ticket and a second factor
 * to a session. Unknown names, wrong passwords, identities that nobody tied and disabled accounts are told apart by nobody.
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
import { maybeTiedAccount } from "#lib/identities/find.ts";
import { readEnv } from "#lib/platform/env.ts";
import {
  checkAgainstNobody,
  hasRoom,
  NO_PASSWORD,
  passwordFits,
  TooManyWait,
} from "#lib/platform/password.ts";
import type { ShownPasskey } from "#lib/factors/vocabulary.ts";
import type { PasskeyRequest } from "#lib/factors/words.ts";
import { takeCode } from "./check-factor.ts";
import { passkeyRequest, takePasskey } from "./check-passkey.ts";
import { knownBrowserCookie, maybeKnownBrowser } from "./known-browser.ts";
import { maybeTicket, sealTicket, type Ticket } from "./ticket.ts";
import { forgetTries, takeTry } from "./throttle.ts";

type Offer = Awaited<ReturnType<typeof offerTotp.run>>;

/** What is asked for after the password, or what stands for it. A recovery code does in place of either. */
type Next =
  | {
      kind: "code";
      /** The account has an app that gives codes. */
      byApp: boolean;
      /** Null for an account without passkeys. */
      passkey: PasskeyRequest | null;
    }
  | { kind: "first"; offer: Offer };

/** After the password, or what stands for it: what is asked for next, or why not. */
export type FirstOutcome =
  | { ok: true; accountId: string; name: string; ticket: string; next: Next }
  | { ok: false; rule: "sign_in.failed" | "sign_in.wait" | "sign_in.busy" };

/**
 * Checks a name and a password. No session comes of it: `finishSignIn` wants a second factor.
 * @param cookies the `Cookie` header, by which a known browser is known
 */
export async function checkPassword(
  typedName: string,
  password: string,
  cookies: string | null = null,
): Promise<FirstOutcome> {
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
    await recordFailure(sys, account ? asPerson(account, "password") : { kind: "setup" }, "sign_in.failed");
    return { ok: false, rule: "sign_in.failed" };
  }
  await forgetTries(sys, { password: name, browser });
  return entered(sys, account, null);
}

/**
 * Looks who is tied to an identity that a provider has just vouched for. It stands for the password alone: no session comes
 * of it either.
 */
export async function checkIdentity(identityHash: string): Promise<FirstOutcome> {
  const sys = await system();
  const tried = { identity: identityHash, browser: null };
  if (!(await takeTry(sys, tried))) return { ok: false, rule: "sign_in.wait" };
  const accountId = await maybeTiedAccount(sys.store.read, identityHash);
  const account = accountId === null ? null : await accountWhere(sys, eq(accounts.id, accountId));
  if (!account || account.status !== "active") {
    const caller = account ? asPerson(account, "elsewhere") : ({ kind: "setup" } as const);
    await recordFailure(sys, caller, "sign_in.failed");
    return { ok: false, rule: "sign_in.failed" };
  }
  await forgetTries(sys, tried);
  return entered(sys, account, identityHash);
}

/** The ticket, and what is asked for next. */
async function entered(sys: System, account: Account, identityHash: string | null): Promise<FirstOutcome> {
  const held = await liveFactors(sys.store.read, account.id);
  const { id: accountId, name, version } = account;
  const ticket = sealTicket(sys.keys, { accountId, version, at: sys.clock(), identityHash });
  const next: Next =
    held.length > 0
      ? {
          kind: "code",
          byApp: held.some(({ kind }) => kind === "totp"),
          passkey: passkeyRequest(sys, ticket, held),
        }
      : { kind: "first", offer: await ask(offerTotp, asPerson(account, authOf(identityHash)), {}) };
  return { ok: true, accountId, name, ticket, next };
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
  /** From `checkPassword` or `checkIdentity`. */
  ticket: string;
  /** A code by the clock, or a recovery code. */
  code: string;
  /** Shown in place of a code. */
  passkey: ShownPasskey | null;
  /** Where the account has no factor yet: the secret that it was offered. */
  offer: string | null;
  /** The session that this browser had before. */
  replaces: string | null;
  /** The `Cookie` header, by which a known browser is known. */
  cookies?: string | null;
}

export type SignIn =
  | {
      ok: true;
      sessionId: string;
      accountId: string;
      /** The `Set-Cookie` by which this browser is known from now on. */
      knownBy: string;
    }
  | {
      ok: false;
      rule: "sign_in.wait" | "sign_in.code" | "sign_in.passkey" | "sign_in.over" | "sign_in.other";
    };

/** Checks the second factor, and begins a session. */
export async function finishSignIn(proof: Proof): Promise<SignIn> {
  const sys = await system();
  const ticket = maybeTicket(sys.keys, proof.ticket, sys.clock());
  const account = ticket && (await accountWhere(sys, eq(accounts.id, ticket.accountId)));
  if (!account || account.status !== "active" || account.version !== ticket.version)
    return { ok: false, rule: "sign_in.over" };
  const { identityHash } = ticket;
  // Untied since, also when somebody was let in again.
  if (identityHash !== null && (await maybeTiedAccount(sys.store.read, identityHash)) !== account.id)
    return { ok: false, rule: "sign_in.over" };
  const person = asPerson(account, authOf(identityHash));
  const browser = maybeKnownBrowser(sys.keys, proof.cookies ?? null, account.name, sys.clock());
  const tried = { factor: account.id, browser };
  if (!(await takeTry(sys, tried))) return { ok: false, rule: "sign_in.wait" };
  const factor = await provenBy(sys, person, ticket, proof);
  if (factor === null || factor === "over" || factor === "other") {
    const wrong = proof.passkey === null ? "sign_in.code" : "sign_in.passkey";
    // Apart from a wrong password: that the password was right may mean that it was stolen.
    await recordFailure(sys, person, wrong);
    return { ok: false, rule: factor === null ? wrong : `sign_in.${factor}` };
  }
  await forgetTries(sys, tried);
  const { sessionId } = await execute(
    beginSession,
    { ...person, auth: factor },
    { factor, replaces: proof.replaces },
  );
  const isHttps = new URL(readEnv().url).protocol === "https:";
  const knownBy = knownBrowserCookie(sys.keys, account.name, sys.clock(), isHttps);
  return { ok: true, sessionId, accountId: account.id, knownBy };
}

/**
 * @returns what was proven, null for what does not fit, `over` for an offer or a ticket that counts no more, `other` when
 * something else was connected since the offer was made
 */
async function provenBy(
  sys: System,
  person: Person,
  ticket: Ticket,
  { ticket: sealedTicket, code, passkey, offer }: Proof,
): Promise<ProvenFactor | "over" | "other" | null> {
  if (passkey !== null) return takePasskey(sys, ticket, sealedTicket, passkey);
  const held = await liveFactors(sys.store.read, person.accountId);
  if (held.length > 0) return offer === null ? takeCode(sys, person.accountId, code) : "other";
  if (offer === null) return "over";
  try {
    await execute(addTotp, person, { offer, code });
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

type Person = Extract<Caller, { kind: "person" }>;

const asPerson = (
  { id: accountId, humanId }: Pick<Account, "id" | "humanId">,
  auth: "password" | "elsewhere",
): Person => ({ kind: "person", accountId, humanId, session: null, auth });

const authOf = (identityHash: string | null) => (identityHash === null ? "password" : "elsewhere");

async function recordFailure(sys: System, caller: Caller, rule: string): Promise<void> {
  const failed = async () => {
    throw new Refused(rule);
  };
  await refusalsAreRecorded(sys, caller, beginSession.name, newId("request"), failed).catch(() => undefined);
}
