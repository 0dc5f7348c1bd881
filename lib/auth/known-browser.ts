/**
 * A browser in which somebody signed in before, with the second factor too: by the password alone, whoever has it could make
 * one after the other and guess codes in each. Whoever tries passwords or codes for their name from elsewhere makes nobody
 * wait there: tries are counted apart (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). No address and no
 * trait of a browser is kept, and what the cookie holds opens nothing.
 */
import { randomBytes } from "node:crypto";
import type { Keys } from "#lib/platform/keys.ts";

const CONTEXT = "known-browser";
const NAME = "attest-known";
const DAY_MS = 24 * 60 * 60_000;
const KNOWN_MS_MAX = 90 * DAY_MS;
const MS_IN_SECOND = 1_000;
const NONCE_BYTES = 16;

interface Known {
  /** Keyed hash of the account's name, as anybody can read a cookie of their own machine. */
  name: string;
  nonce: string;
  at: number;
}

/** Browsers send back a cookie of this prefix to nobody else, and take it by https alone (RFC 6265bis §4.1.3.2). */
const cookieName = (isHttps: boolean): string => (isHttps ? `__Host-${NAME}` : NAME);

const hashOf = (keys: Pick<Keys, "hmac">, name: string): string => keys.hmac("known-browser-name", name);

/**
 * What tells this browser from others, for a name; null where that person never signed in in it.
 * @param cookies the `Cookie` header
 * @param now ms since 1970
 */
export function maybeKnownBrowser(
  keys: Pick<Keys, "hmac" | "open">,
  cookies: string | null,
  name: string,
  now: number,
): string | null {
  for (const isHttps of [true, false]) {
    const sealed = new RegExp(`(?:^|;\\s*)${cookieName(isHttps)}=([\\w.-]{1,500})`).exec(cookies ?? "")?.[1];
    const known = sealed === undefined ? null : opened(keys, sealed);
    if (known && known.name === hashOf(keys, name) && now - known.at <= KNOWN_MS_MAX) return known.nonce;
  }
  return null;
}

function opened(keys: Pick<Keys, "open">, sealed: string): Known | null {
  try {
    // Guarantee: only `knownBrowserCookie` seals under this context.
    return JSON.parse(keys.open(CONTEXT, sealed).toString("utf8")) as Known;
  } catch {
    return null;
  }
}

/** The `Set-Cookie` by which a browser is known from now on. @param now ms since 1970 */
export function knownBrowserCookie(
  keys: Pick<Keys, "hmac" | "seal">,
  name: string,
  now: number,
  isHttps: boolean,
): string {
  const known: Known = { name: hashOf(keys, name), nonce: randomBytes(NONCE_BYTES).toString("hex"), at: now };
  const sealed = keys.seal(CONTEXT, Buffer.from(JSON.stringify(known)));
  const secure = isHttps ? "; Secure" : "";
  return `${cookieName(isHttps)}=${sealed}; Path=/; Max-Age=${KNOWN_MS_MAX / MS_IN_SECOND}; SameSite=Strict; HttpOnly${secure}`;
}
