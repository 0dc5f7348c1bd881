/** When a session ends, as far as a page can know: what is to be said of it. */

/** Instants in ms since 1970 by the browser's clock. */
export interface SessionTime {
  /** When a request was last answered. */
  readonly seenAt: number;
  /** Longest time without a request. */
  readonly idleMs: number;
  /** When it ends whatever happens. */
  readonly endsAt: number;
}

/** It ends unless something is asked; it ends whatever is asked; it is over. */
export type SessionNotice = "idle" | "ending" | "over";

// The server notes that somebody was there once a minute (lib/auth/sessions.ts), and may count from a minute before.
const NOTED_EVERY_MS = 60_000;
/** Two minutes to answer; WCAG 2.2.1 asks for twenty seconds. */
const IDLE_WARNING_MS = 2 * 60_000;
const ENDING_WARNING_MS = 5 * 60_000;

/** What to say now, or null while there is time. */
export function sessionNotice({ seenAt, idleMs, endsAt }: SessionTime, now: number): SessionNotice | null {
  if (now >= Math.min(seenAt + idleMs, endsAt)) return "over";
  if (now >= seenAt + idleMs - NOTED_EVERY_MS - IDLE_WARNING_MS) return "idle";
  return now >= endsAt - ENDING_WARNING_MS ? "ending" : null;
}

/** What is known of a request after it ended, as the browser tells it (Resource Timing). */
export interface Request {
  readonly name: string;
  readonly initiatorType: string;
  /** 0 when there was no answer. */
  readonly responseStatus: number;
  readonly duration: number;
}

/**
 * When the server noted that somebody was there, by a request that just ended: as it came in. Null when it noted nothing: a
 * file of the program, no answer, a fault before the server, nobody signed in, or the signing in itself.
 * @param now ms since 1970
 */
export function notedAt(
  { name, initiatorType, responseStatus, duration }: Request,
  now: number,
): number | null {
  const isAnswered = responseStatus >= 200 && responseStatus < 500 && responseStatus !== 401;
  if (initiatorType !== "fetch" || !isAnswered || new URL(name).pathname.startsWith("/api/auth/"))
    return null;
  return now - duration;
}
