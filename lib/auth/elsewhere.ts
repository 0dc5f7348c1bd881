/**
 * To a provider of OpenID Connect and back. What the browser brings along is sealed, counts for some minutes and once, and for
 * the browser that left (RFC 9700 §4.7): nobody is signed in, or tied, by a link that somebody else made.
 */
import { system } from "#lib/core/system.ts";
import { identityHash } from "#lib/identities/rules.ts";
import { type OpenIdProvider, readEnv } from "#lib/platform/env.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { type Away, type Identity, NotProven, whoCameBack, wayTo } from "#lib/platform/open-id.ts";
import { takeOnce } from "./throttle.ts";

const CONTEXT = "elsewhere";
const NAME = "attest-elsewhere";
const AWAY_MS_MAX = 10 * 60_000;
const MS_IN_SECOND = 1_000;
/** The page to which a provider sends the browser back. */
const RETURN_PATH = "/sign-in/return";

/** What somebody goes there for: signing in, and where to then, or tying who they are there to their account. */
export type Purpose =
  | { readonly kind: "sign-in"; readonly to: string }
  | { readonly kind: "tie"; readonly accountId: string };

interface Left extends Away {
  readonly purpose: Purpose;
  /** Ms since 1970. */
  readonly at: number;
}

export type NotBack = {
  ok: false;
  rule: "sign_in.busy" | `sign_in.elsewhere_${"stopped" | "down" | "stale" | "wrong" | "over"}`;
};

const OVER: NotBack = { ok: false, rule: "sign_in.elsewhere_over" };

/** Where to send the browser, and the `Set-Cookie` by which it is known when it comes back. */
export async function leave(
  provider: OpenIdProvider,
  purpose: Purpose,
): Promise<{ ok: true; location: string; cookie: string } | NotBack> {
  return oneOfFew(async () => {
    const { keys, clock } = await system();
    // What is tied stands in place of the password from then on: it is no session there that somebody else left open.
    const { location, away } = await wayTo(provider, returnAddress(), purpose.kind === "tie");
    const left: Left = { ...away, purpose, at: clock() };
    const sealed = keys.seal(CONTEXT, Buffer.from(JSON.stringify(left)));
    return { ok: true, location, cookie: cookieOf(sealed, AWAY_MS_MAX / MS_IN_SECOND) };
  });
}

/**
 * Who came back, and what for.
 * @param query of the address at which the browser came back
 * @param cookies its `Cookie` header
 */
export async function comeBack(
  provider: OpenIdProvider,
  query: string,
  cookies: string | null,
): Promise<{ ok: true; purpose: Purpose; issuer: string; identityHash: string } | NotBack> {
  const sys = await system();
  const left = maybeLeft(sys.keys, cookies);
  const now = sys.clock();
  if (
    left === null ||
    left.at > now ||
    now - left.at > AWAY_MS_MAX ||
    new URLSearchParams(query).get("state") !== left.state
  )
    return OVER;
  return oneOfFew(async () => {
    const identity: Identity = await whoCameBack(provider, returnAddress(), query, left);
    const { purpose } = left;
    // Not before: anybody can come back with nothing, and what is taken is noted.
    if (!(await takeOnce(sys, left.state, left.at + AWAY_MS_MAX))) return OVER;
    return { ok: true, purpose, issuer: identity.issuer, identityHash: identityHash(sys.keys, identity) };
  });
}

/** The `Set-Cookie` that takes back the one of `leave`. */
export const forgottenCookie = (): string => cookieOf("", 0);

/** By the settings, never by what a request says of how it came. */
const returnAddress = (): string => new URL(RETURN_PATH, readEnv().url).href;

const isHttps = (): boolean => new URL(readEnv().url).protocol === "https:";

/** Browsers send back a cookie of this prefix to nobody else, and no other site can set one (RFC 6265bis §4.1.3.2). */
const cookieName = (): string => (isHttps() ? `__Host-${NAME}` : NAME);

/** Our own page sends it, once it is there: no request of another site does. */
const cookieOf = (value: string, seconds: number): string =>
  `${cookieName()}=${value}; Path=/; Max-Age=${seconds}; SameSite=Strict; HttpOnly${isHttps() ? "; Secure" : ""}`;

function maybeLeft(keys: Pick<Keys, "open">, cookies: string | null): Left | null {
  const sealed = new RegExp(`(?:^|;\\s*)${cookieName()}=([\\w.-]{1,3000})`).exec(cookies ?? "")?.[1];
  if (sealed === undefined) return null;
  try {
    // Guarantee: only `leave` seals under this context.
    return JSON.parse(keys.open(CONTEXT, sealed).toString("utf8")) as Left;
  } catch {
    return null;
  }
}

const AT_ONCE_MAX = 16;
let atOnce = 0;

/** Anybody can have the provider asked: only so many wait for it at once. */
async function oneOfFew<T>(work: () => Promise<T>): Promise<T | NotBack> {
  if (atOnce >= AT_ONCE_MAX) return { ok: false, rule: "sign_in.busy" };
  atOnce += 1;
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotProven) return { ok: false, rule: `sign_in.elsewhere_${error.why}` };
    throw error;
  } finally {
    atOnce -= 1;
  }
}
