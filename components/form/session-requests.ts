/** Signing in and out, as next-auth's own browser part does it, without the rest of it, which is heavy. */
import type { PasskeyRequest } from "#lib/factors/words.ts";
import { sendJson } from "./post-json.ts";

/** A secret for an authenticator app: as text, as a picture of dark squares, and sealed. */
export interface AppOffer {
  readonly secret: string;
  readonly offer: string;
  readonly picture: { readonly size: number; readonly path: string };
}

/** Which second factor counts: codes of an app, a passkey, or both; in place of either, a recovery code. */
export interface HeldFactors {
  readonly byApp: boolean;
  readonly passkey: PasskeyRequest | null;
}

/** What is asked for after the password. */
export interface AfterPassword {
  /** Names the person and the moment to the server, and opens nothing. */
  readonly ticket: string;
  readonly next:
    | ({ readonly kind: "code" } & HeldFactors)
    | { readonly kind: "first"; readonly offer: AppOffer };
  /** In the demo: what the app of this account shows now. */
  readonly demoCode: string | null;
}

/** Why somebody is not signed in: keys of `entrance.signIn`. */
export type SignInFailure =
  | "failed"
  | "wait"
  | "busy"
  | "code"
  | "passkey"
  | "over"
  | "other"
  | "untied"
  | "elsewhere_stopped"
  | "elsewhere_down"
  | "elsewhere_stale"
  | "elsewhere_wrong"
  | "elsewhere_over"
  | "unavailable";

/** What comes with the ticket: a code, with the offer of the app that it is the first of, or a passkey as JSON. */
export type Proof = { readonly code: string; readonly offer: string } | { readonly passkey: string };

/** Checks a name and a password. */
export async function checkPassword(name: string, password: string): Promise<AfterPassword | SignInFailure> {
  const answer = await sendJson("/api/enter", { name, password });
  // Guarantee: the door answers so (lib/api/enter.ts).
  if (answer.ok) return answer.result as AfterPassword;
  return failureOf(answer.problem.code === "invalid" ? "sign_in.failed" : (answer.problem.rule ?? null));
}

/** Checks the second factor. @returns null once the session has begun */
export async function finishSignIn(ticket: string, proof: Proof): Promise<SignInFailure | null> {
  const answer = await post("/api/auth/callback/credentials", { ticket, ...proof });
  if (answer === null) return "unavailable";
  const error = new URL(answer.url, window.location.href).searchParams.get("error");
  return answer.ok && error === null ? null : failureOf(error);
}

const NAMED = [
  "failed",
  "wait",
  "busy",
  "code",
  "passkey",
  "over",
  "other",
  "elsewhere_stopped",
  "elsewhere_down",
  "elsewhere_stale",
  "elsewhere_wrong",
  "elsewhere_over",
] as const;

/** @param rule by which the server said no */
export const failureOf = (rule: string | null): SignInFailure =>
  NAMED.find((one) => rule === `sign_in.${one}`) ?? "unavailable";

/** Removes the cookie of the session, forgets what this tab keeps of it and goes to the page for signing in. */
export async function signOut(): Promise<void> {
  await post("/api/auth/signout", {});
  sessionStorage.clear();
  window.location.assign("/sign-in");
}

/** Every request carries the token that only our own pages can read. */
async function post(path: string, fields: Readonly<Record<string, string>>) {
  try {
    const { csrfToken } = await answerOf(await fetch("/api/auth/csrf", { cache: "no-store" }), "csrfToken");
    const form = new URLSearchParams({ ...fields, csrfToken, callbackUrl: "/sign-in", json: "true" });
    const response = await fetch(path, { method: "POST", body: form, cache: "no-store" });
    return { ok: response.ok, ...(await answerOf(response, "url")) };
  } catch {
    return null;
  }
}

/** @throws Error when the answer has no such word */
async function answerOf<Key extends string>(response: Response, key: Key): Promise<Record<Key, string>> {
  const answer: unknown = await response.json();
  const word: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, key) : null;
  if (typeof word !== "string") throw new Error(`no ${key} in the answer`);
  // The key is computed: TypeScript widens it to any text.
  return { [key]: word } as Record<Key, string>;
}
