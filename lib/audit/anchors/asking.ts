/** How places outside are asked: for some seconds, reading so much and no more, and going nowhere else than where one was sent. */
import { AnchorProblem } from "./problem.ts";

const TIMEOUT_MS = 10_000;
const ANSWER_BYTES_MAX = 64 * 1024;

export interface Asked {
  url: string;
  type: string;
  body: Uint8Array;
  /** For tests. */
  timeoutMs?: number;
}

export interface Answered {
  status: number;
  /** Without parameters, in lower case. */
  type: string;
  body: Buffer;
}

/**
 * Sends a POST.
 * @returns the answer, whatever its status, but for a redirect
 * @throws AnchorProblem `unreachable` | `timeout` | `redirect` | `too_large`
 */
export async function post({ url, type, body, timeoutMs = TIMEOUT_MS }: Asked): Promise<Answered> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": type },
      body: Uint8Array.from(body),
      redirect: "manual",
      signal,
    });
    if (answer.status >= 300 && answer.status < 400) throw new AnchorProblem("redirect");
    const [kind = ""] = (answer.headers.get("content-type") ?? "").split(";");
    return { status: answer.status, type: kind.trim().toLowerCase(), body: await bounded(answer) };
  } catch (error) {
    if (error instanceof AnchorProblem) throw error;
    throw new AnchorProblem(signal.aborted ? "timeout" : "unreachable", error);
  }
}

async function bounded(answer: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength;
    if (size > ANSWER_BYTES_MAX) throw new AnchorProblem("too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
