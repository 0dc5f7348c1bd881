import type { SavedAt } from "./draft-state.ts";
import { signedInAgain } from "./session-door.ts";

/** A draft as the server keeps it for its one owner. `body` is of unknown age and shape: read it with care. */
export interface StoredDraft {
  readonly version: number;
  readonly body: unknown;
  readonly savedAt: SavedAt;
}

export type PutOutcome =
  | { readonly kind: "saved"; readonly draft: StoredDraft }
  | { readonly kind: "overtaken"; readonly draft: StoredDraft }
  | { readonly kind: "failed" };

// Browsers refuse a request that outlives its page above 64 KiB (Fetch, "keepalive").
const KEEPALIVE_BYTES_MAX = 60_000;

const doorOf = (key: string): string => `/api/drafts/${encodeURIComponent(key)}`;

/** The person's draft under this key, or null. `undefined` when the server could not be asked. */
export async function getDraft(key: string): Promise<StoredDraft | null | undefined> {
  const response = await ask(key, { method: "GET" });
  if (response?.status === 404 || response?.status === 204) return null;
  if (!response?.ok) return undefined;
  return storedIn(await bodyOf(response));
}

/** Keeps the draft, if its version is still `version` (0: there is none yet). */
export async function putDraft(key: string, version: number, body: unknown): Promise<PutOutcome> {
  const text = JSON.stringify({ version, body });
  const response = await ask(key, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: text,
    keepalive: text.length < KEEPALIVE_BYTES_MAX / 3, // in UTF-8 an Arabic letter is two bytes, some signs three
  });
  if (response?.status === 409) {
    const newer = await getDraft(key);
    // Gone: saved or discarded in another window. What stands in this one begins a draft of its own.
    if (newer === null && version !== 0) return putDraft(key, 0, body);
    return newer ? { kind: "overtaken", draft: newer } : { kind: "failed" };
  }
  if (!response?.ok) return { kind: "failed" };
  const stored = storedIn(await bodyOf(response));
  return { kind: "saved", draft: stored ?? { version: version + 1, body, savedAt: Date.now() } };
}

/** Removes the draft. False when the server could not be asked. */
export async function deleteDraft(key: string): Promise<boolean> {
  const response = await ask(key, { method: "DELETE" });
  return response !== null && (response.ok || response.status === 404);
}

/** Where the session is over, the person is asked to sign in again, and the same is sent once more. */
async function ask(key: string, init: RequestInit): Promise<Response | null> {
  const response = await askOnce(key, init);
  return response?.status === 401 && (await signedInAgain(false)) ? askOnce(key, init) : response;
}

async function askOnce(key: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(doorOf(key), {
      ...init,
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
    });
  } catch {
    return null;
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

function storedIn(answer: unknown): StoredDraft | null {
  if (typeof answer !== "object" || answer === null) return null;
  if (!("version" in answer && "body" in answer && "savedAt" in answer)) return null;
  const { version, body, savedAt } = answer;
  if (typeof version !== "number" || (typeof savedAt !== "string" && typeof savedAt !== "number"))
    return null;
  return { version, body, savedAt };
}
