"use client";

/** The browser's part of passkeys (WebAuthn Level 3 §5.1), in what every browser that has them understands. */
import { useSyncExternalStore } from "react";
import type { PasskeyCreation, PasskeyNamed, PasskeyRequest } from "#lib/factors/words.ts";

/** Why the browser gives none: keys of `entrance.signIn` and of `account.passkey`. */
export type PasskeyFailure = "stopped" | "late" | "unable";

/** What the server takes for a passkey that was made, or shown: bytes as base64url. */
type Answered = Readonly<Record<string, string>>;

/** Whether this browser has passkeys at all: Tor Browser has none, and nor has an address without TLS. */
export const useKnowsPasskeys = (): boolean =>
  useSyncExternalStore(
    () => () => undefined,
    () => "PublicKeyCredential" in window,
    () => false,
  );

/** Lets the person make a passkey. @returns `held` when the device has one of this account */
export const makePasskey = (creation: PasskeyCreation): Promise<Answered | PasskeyFailure | "held"> =>
  askedOfBrowser(creation.timeout, async () => {
    const { pubKeyCredParams, excludeCredentials, user, challenge, ...plain } = creation;
    try {
      const made = await navigator.credentials.create({
        publicKey: {
          ...plain,
          challenge: bytesOf(challenge),
          user: { ...user, id: bytesOf(user.id) },
          pubKeyCredParams: [...pubKeyCredParams],
          excludeCredentials: excludeCredentials.map(withBytes),
        },
      });
      return answerOf(made, ["clientDataJSON", "attestationObject"]);
    } catch (error) {
      if (nameOf(error) === "InvalidStateError") return "held";
      throw error;
    }
  });

/** Lets the person show one of their passkeys. */
export const showPasskey = (request: PasskeyRequest): Promise<Answered | PasskeyFailure> =>
  askedOfBrowser(request.timeout, async () => {
    const { challenge, allowCredentials, ...plain } = request;
    const shown = await navigator.credentials.get({
      publicKey: {
        ...plain,
        challenge: bytesOf(challenge),
        allowCredentials: allowCredentials.map(withBytes),
      },
    });
    return answerOf(shown, ["clientDataJSON", "authenticatorData", "signature"]);
  });

async function askedOfBrowser<T>(timeout: number, asking: () => Promise<T>): Promise<T | PasskeyFailure> {
  const since = performance.now();
  try {
    return await asking();
  } catch (error) {
    const name = nameOf(error);
    // §14.5.2: a browser does not say whether somebody stopped it or the device has none, lest a site should find out.
    if (name !== "NotAllowedError" && name !== "AbortError") return "unable";
    return performance.now() - since >= timeout ? "late" : "stopped";
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "");

/** Read field by field: what stands in for the browser in some password managers has no `toJSON`. */
function answerOf(credential: Credential | null, fields: readonly string[]): Answered {
  if (credential === null) throw new Error("the browser gave no passkey");
  const response: unknown = Reflect.get(credential, "response");
  const read = fields.map((field) => {
    const bytes: unknown = typeof response === "object" && response && Reflect.get(response, field);
    if (!(bytes instanceof ArrayBuffer)) throw new Error(`no ${field} in the passkey`);
    return [field, base64urlOf(bytes)] as const;
  });
  return { id: credential.id, ...Object.fromEntries(read) };
}

const withBytes = ({ type, id }: PasskeyNamed) => ({ type, id: bytesOf(id) });

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));

const base64urlOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
