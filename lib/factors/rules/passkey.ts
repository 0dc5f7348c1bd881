/** Passkeys: what a browser is asked for, and whether its answer is right (WebAuthn Level 3). */
import type { Keys } from "#lib/platform/keys.ts";
import type { MadePasskey, ShownPasskey } from "../vocabulary.ts";
import type { PasskeyCreation, PasskeyNamed, PasskeyRequest } from "../words.ts";

/** Where passkeys of this installation count, and nowhere else. */
export interface Site {
  /** The RP id: the name of the host. */
  readonly id: string;
  readonly origin: string;
}

/** What is kept of a passkey. */
export interface KeptPasskey {
  readonly credentialId: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly signCount: number;
}

/** The shortest that §15.1 recommends. */
const TIMEOUT_MS = 300_000;
/** ES256, RS256 and EdDSA, as §5.8.5 numbers them: every authenticator knows one of the first two. */
const ALGORITHMS = [-7, -257, -8];

/** @param url the address under which people reach the server */
export function siteOf(url: string): Site {
  const { hostname, origin } = new URL(url);
  return { id: hostname, origin };
}

/**
 * The challenge that belongs to something sealed, and to nothing else: the seal has a random nonce, and only the master key
 * leads from one to the other (§13.4.3), so that nothing is stored before an answer comes.
 * @returns base64url
 */
export const challengeOf = (keys: Pick<Keys, "hmac">, sealed: string): string =>
  bytesOfHmac(keys, "passkey-challenge", sealed);

/** What to ask a browser for, to make a passkey. @param account whose it will be: `name` is what the device shows */
export const creationFor = (
  keys: Pick<Keys, "hmac">,
  site: Site,
  challenge: string,
  account: { readonly id: string; readonly name: string },
  held: readonly { credentialId: string | null }[],
): PasskeyCreation => ({
  challenge,
  rp: { id: site.id, name: "Attest" },
  // §14.6.1: the handle, which a device may tell without asking anybody, must say nothing of the person.
  user: {
    id: bytesOfHmac(keys, "passkey-user", account.id),
    name: account.name,
    displayName: account.name,
  },
  pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key", alg })),
  excludeCredentials: named(held),
  // A key that can list what it opens would tell whoever finds it. The password says who it is; nobody has to be listed.
  authenticatorSelection: { residentKey: "discouraged", userVerification: "required" },
  attestation: "none",
  timeout: TIMEOUT_MS,
});

/** What to ask a browser for, to show one of an account's passkeys; null when it has none. */
export function requestFor(
  site: Site,
  challenge: string,
  held: readonly { credentialId: string | null }[],
): PasskeyRequest | null {
  const allowCredentials = named(held);
  return allowCredentials.length === 0
    ? null
    : { challenge, rpId: site.id, allowCredentials, userVerification: "required", timeout: TIMEOUT_MS };
}

const named = (held: readonly { credentialId: string | null }[]): PasskeyNamed[] =>
  held.flatMap(({ credentialId }) =>
    credentialId === null ? [] : [{ type: "public-key", id: credentialId }],
  );

/** What verifies; it takes a moment to load, so nobody who comes without a passkey waits for it. */
export const verifier = () => import("@simplewebauthn/server");

/**
 * The passkey that a browser has made, when it was made here, for this challenge, by somebody whom the device knows (§7.1);
 * else null.
 */
export async function maybeMade(
  site: Site,
  challenge: string,
  made: MadePasskey,
): Promise<KeptPasskey | null> {
  const { id, clientDataJSON, attestationObject } = made;
  const { verifyRegistrationResponse } = await verifier();
  if (await isAttested(attestationObject)) return null;
  const found = await unlessWrong(
    verifyRegistrationResponse({
      response: { ...asAnswer(id), response: { clientDataJSON, attestationObject } },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (!found?.verified) return null;
  const { credential } = found.registrationInfo;
  // The id outside is what the browser says; the one inside is what the authenticator said.
  if (credential.id !== id) return null;
  const publicKey = Buffer.from(credential.publicKey).toString("base64url");
  return { credentialId: id, publicKey, signCount: credential.counter };
}

/**
 * How often a passkey has signed, when it signed this challenge, here, for somebody whom the device knows (§7.2); else null.
 * Where it counts, it must have counted on: a copy of it would fall behind (§6.1.1).
 */
export async function maybeShown(
  site: Site,
  challenge: string,
  kept: KeptPasskey,
  shown: ShownPasskey,
): Promise<number | null> {
  const { id, ...response } = shown;
  const { verifyAuthenticationResponse } = await verifier();
  const publicKey = new Uint8Array(Buffer.from(kept.publicKey, "base64url"));
  const found = await unlessWrong(
    verifyAuthenticationResponse({
      response: { ...asAnswer(id), response },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: true,
      credential: { id: kept.credentialId, publicKey, counter: kept.signCount },
    }),
  );
  return found?.verified ? found.authenticationInfo.newCounter : null;
}

const asAnswer = (id: string) => ({ id, rawId: id, type: "public-key", clientExtensionResults: {} }) as const;

/**
 * Whether certificates come with a passkey. None were asked for, and to look at some a list of revoked ones would be fetched from
 * wherever they say: no request leaves this server because of what somebody sent.
 */
export async function isAttested(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject } = await import("@simplewebauthn/server/helpers");
  try {
    const object = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, "base64url")));
    const format = object.get("fmt");
    // Some keys sign with what they have just made, whatever was asked for: that needs no certificate (§8.2).
    return format !== "none" && (format !== "packed" || object.get("attStmt").get("x5c") !== undefined);
  } catch {
    return true;
  }
}

/** The library says by throwing what is wrong with an answer; whoever sent a wrong one is told no more than that it is. */
const unlessWrong = <T>(verifying: Promise<T>): Promise<T | null> => verifying.catch(() => null);

const bytesOfHmac = (keys: Pick<Keys, "hmac">, purpose: string, text: string): string =>
  Buffer.from(keys.hmac(purpose, text), "hex").toString("base64url");
