import { type Problem, problemFrom, UNAVAILABLE } from "#components/ui/problem.ts";
import { type AskReason, signedInAgain } from "./session-door.ts";

export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Sends JSON to a door of the API as `sendJson` does; where the session is over, or the act wants a fresh proof of who does
 * it, the person is asked to sign in again and the same is sent once more. An act bears its id, so nothing can be done twice by it.
 */
export async function postJson(path: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
  const answer = await sendJson(path, body, signal);
  if (answer.ok || signal?.aborted) return answer;
  const why = whyAsked(answer.problem);
  if (why === null) return answer;
  return (await signedInAgain(signal === undefined, why)) ? sendJson(path, body, signal) : answer;
}

/** Whether signing in again helps. */
export function whyAsked({ code, rule }: Problem): AskReason | null {
  if (code === "signed_out") return "over";
  return rule === "session.prove_again" ? "prove" : null;
}

/**
 * Sends JSON to a door of the API. Never throws: no connection, no answer and an unreadable answer are all a problem of
 * the kind `unavailable`.
 */
export async function sendJson(path: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json, application/problem+json" },
      body: JSON.stringify(body),
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      ...(signal ? { signal } : {}),
    });
    const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
    return response.ok
      ? { ok: true, result: resultIn(answer) }
      : { ok: false, problem: problemFrom(response.status, answer) };
  } catch {
    return { ok: false, problem: UNAVAILABLE };
  }
}

/** An answer may come bare or as `{ result }`. */
function resultIn(answer: unknown): unknown {
  return typeof answer === "object" && answer !== null && "result" in answer ? answer.result : answer;
}
