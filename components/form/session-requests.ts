/** What next-auth's own browser part does for a name and a password, without the rest of it, which is heavy. */

type SignedIn = { readonly ok: true } | { readonly ok: false; readonly error: string | null };

/** Signs in. @returns null when there is no connection, or no answer that can be read */
export async function signInWith(name: string, password: string): Promise<SignedIn | null> {
  const answer = await post("/api/auth/callback/credentials", { name, password });
  if (answer === null) return null;
  const error = new URL(answer.url, window.location.href).searchParams.get("error");
  return answer.ok && error === null ? { ok: true } : { ok: false, error };
}

/** Removes the cookie of the session and goes to the page for signing in. */
export async function signOut(): Promise<void> {
  await post("/api/auth/signout", {});
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
