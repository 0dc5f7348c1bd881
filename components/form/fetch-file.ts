import { type Problem, problemFrom, UNAVAILABLE } from "#components/ui/problem.ts";
import { whyAsked } from "./post-json.ts";
import { signedInAgain } from "./session-door.ts";

export type Fetched =
  | { readonly ok: true; readonly file: Blob }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Fetches a file whose handing out is an act, as `postJson` sends one: where the act wants a fresh proof of who does it, the person is
 * asked to sign in again over the page, and it is asked for once more.
 * @param body what is asked for, as JSON; nothing for an address that says it
 */
export async function fetchFile(path: string, body?: unknown): Promise<Fetched> {
  const answer = await asked(path, body);
  if (answer.ok) return answer;
  const why = whyAsked(answer.problem);
  if (why === null) return answer;
  return (await signedInAgain(true, why)) ? asked(path, body) : answer;
}

async function asked(path: string, body: unknown): Promise<Fetched> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: {
        accept: "application/octet-stream, application/problem+json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
    });
    if (response.ok) return { ok: true, file: await response.blob() };
    return { ok: false, problem: problemFrom(response.status, await response.json().catch(() => null)) };
  } catch {
    return { ok: false, problem: UNAVAILABLE };
  }
}
