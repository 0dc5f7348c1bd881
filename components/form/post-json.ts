import { type Problem, problemFrom, UNAVAILABLE } from "#components/ui/problem.ts";

export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Sends JSON to a door of the API. Never throws: no connection, no answer and an unreadable answer are all a problem of
 * the kind `unavailable`.
 */
export async function postJson(path: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
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
