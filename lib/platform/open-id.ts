/**
 * OpenID Connect, the protocol alone: where to send a browser, and who came back. An authorization code with PKCE, a state and
 * a nonce (OpenID Connect Core 1.0 §3.1, RFC 7636, RFC 9207, RFC 9700). Nothing but `openid` is asked for: no name, no mail
 * address. The server speaks to the provider's own origin and to nobody else, for some seconds, and reads so much and no more.
 */
import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  type CustomFetchOptions,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { OpenIdProvider } from "./env.ts";
import { logEvent } from "./log.ts";

/** What a browser holds while it is at the provider. */
export interface Away {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where they are to sign in there anew: when they left, in seconds since 1970, by this machine's clock. Null where not. */
  readonly freshSince: number | null;
}

/** Somebody as a provider knows them. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/**
 * `stopped`: by the person, or by the provider. `down`: no answer. `stale`: the provider does not say that they signed in there
 * since they left. `wrong`: an answer that is not to be relied on.
 */
export class NotProven extends Error {
  readonly why: "stopped" | "down" | "stale" | "wrong";
  constructor(why: NotProven["why"], cause: unknown) {
    super(`the provider proves nobody: ${why}`, { cause });
    this.why = why;
  }
}

const TIMEOUT_SECONDS = 5;
const ANSWER_BYTES_MAX = 262_144;
const KNOWN_MS_MAX = 60 * 60_000;
const MS_IN_SECOND = 1_000;
/** By so much the clocks of two machines may differ. */
const CLOCKS_APART_SECONDS = 30;

/** Signing in there anew, whoever is signed in already (OpenID Connect Core 1.0 §3.1.2.1). */
const ANEW = { prompt: "login", max_age: "0" } as const;

/**
 * Where to send the browser, and what it is to bring back.
 * @param isFresh whether they are to sign in there anew: who sits at an open desk is proven by no session of hours ago
 * @throws NotProven
 */
export async function wayTo(
  provider: OpenIdProvider,
  redirectUri: string,
  isFresh: boolean,
): Promise<{ location: string; away: Away }> {
  return orNotProven(async () => {
    const config = await configurationOf(provider);
    const away = {
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
      freshSince: isFresh ? Math.floor(Date.now() / MS_IN_SECOND) : null,
    };
    const location = buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      response_type: "code",
      scope: "openid",
      state: away.state,
      nonce: away.nonce,
      code_challenge: await calculatePKCECodeChallenge(away.verifier),
      code_challenge_method: "S256",
      ...(isFresh ? ANEW : {}),
    });
    mustBeTheirs(location, provider);
    return { location: location.href, away };
  });
}

/** Who came back. @param query of the address at which the browser came back @throws NotProven */
export async function whoCameBack(
  provider: OpenIdProvider,
  redirectUri: string,
  query: string,
  { state, nonce, verifier, freshSince }: Away,
): Promise<Identity> {
  return orNotProven(async () => {
    const config = await configurationOf(provider);
    const answered = new URL(redirectUri);
    answered.search = query;
    const tokens = await authorizationCodeGrant(config, answered, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error("no subject");
    if (freshSince !== null) mustBeSince(freshSince, claims.auth_time);
    return { issuer: config.serverMetadata().issuer, subject: claims.sub };
  });
}

class Stale extends Error {}

/**
 * A provider that was asked for it says when somebody signed in, and need not have done as it was asked (OpenID Connect Core 1.0
 * §2, §3.1.3.7 step 13). Counted from when they left, not from now: they may take their time on the way back.
 */
function mustBeSince(left: number, signedIn: number | undefined): void {
  const now = Date.now() / MS_IN_SECOND;
  const isSince =
    signedIn !== undefined &&
    signedIn >= left - CLOCKS_APART_SECONDS &&
    signedIn <= now + CLOCKS_APART_SECONDS;
  if (!isSince) throw new Stale("no sign-in since they left");
}

interface Known {
  readonly provider: OpenIdProvider;
  readonly until: number;
  readonly found: Promise<Configuration>;
}
let known: Known | null = null;

/** What the provider says of itself, asked for once an hour. An answer that failed is not kept. */
function configurationOf(provider: OpenIdProvider): Promise<Configuration> {
  const isSame =
    known !== null &&
    known.provider.issuer === provider.issuer &&
    known.provider.clientId === provider.clientId &&
    known.provider.clientSecret === provider.clientSecret;
  if (known !== null && isSame && known.until > Date.now()) return known.found;
  const found = discovered(provider);
  const entry = { provider, until: Date.now() + KNOWN_MS_MAX, found };
  known = entry;
  found.catch(() => {
    if (known === entry) known = null;
  });
  return found;
}

function discovered(provider: OpenIdProvider): Promise<Configuration> {
  const { issuer, clientId, clientSecret } = provider;
  // By plain http on this machine only, as the settings have it (env.ts).
  const isHttp = new URL(issuer).protocol === "http:";
  return discovery(new URL(issuer), clientId, undefined, eitherSecret(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    [customFetch]: (url, options) => fetchTheirs(url, options, provider),
    // The seal of what they say is checked, although it comes by TLS from them.
    // oxlint-disable-next-line typescript/no-deprecated -- marked so as to stand out; env.ts lets http through on this machine only
    execute: [enableNonRepudiationChecks, ...(isHttp ? [allowInsecureRequests] : [])],
  });
}

/** As the provider takes it; OpenID Connect Discovery 1.0 §3 says what it takes where it does not say. */
function eitherSecret(secret: string): ClientAuth {
  const basic = ClientSecretBasic(secret);
  const post = ClientSecretPost(secret);
  return (server, client, body, headers) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (taken.includes("client_secret_basic") ? basic : post)(server, client, body, headers);
  };
}

class Unreachable extends Error {}

/** A provider may name any address of its own; what lies elsewhere, in our own network too, it may not have us ask. */
function mustBeTheirs(url: URL, { issuer }: OpenIdProvider): void {
  if (url.origin !== new URL(issuer).origin) throw new Error("an address that is not the provider's own");
}

async function fetchTheirs(
  url: string,
  options: CustomFetchOptions,
  provider: OpenIdProvider,
): Promise<Response> {
  mustBeTheirs(new URL(url), provider);
  try {
    // Guarantee: the library's own words for what `fetch` takes.
    const answer = await fetch(url, options as RequestInit);
    const { status, headers } = answer;
    return new Response(await bounded(answer), { status, headers });
  } catch (cause) {
    throw new Unreachable("no whole answer", { cause });
  }
}

async function bounded(answer: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (answer.body === null) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += chunk.byteLength;
    if (size > ANSWER_BYTES_MAX) throw new Error("too long");
    chunks.push(chunk);
  }
  return Uint8Array.from(Buffer.concat(chunks));
}

async function orNotProven<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const why = whyNot(error);
    logEvent("open_id.not_proven", { why, kind: kindOf(error) });
    throw new NotProven(why, error);
  }
}

function whyNot(error: unknown): NotProven["why"] {
  if (error instanceof AuthorizationResponseError)
    return ["server_error", "temporarily_unavailable"].includes(error.error) ? "down" : "stopped";
  if (error instanceof Stale) return "stale";
  for (let one: unknown = error; one instanceof Error; one = one.cause)
    if (one instanceof Unreachable) return "down";
  return "wrong";
}

/** The library's word for it; what the provider says in words of its own is in no log. */
function kindOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  if (typeof code === "string" && /^[A-Z_]{3,60}$/.test(code)) return code;
  return error instanceof Error ? error.constructor.name : typeof error;
}
