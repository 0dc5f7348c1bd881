const MINUTE_MS = 60_000;
/** A session says three minutes before its end that it ends; by then the page has long been covered. */
const BEFORE_END_MS = 4 * MINUTE_MS;

/**
 * After how long without input a page is covered.
 * @param minutes as chosen; null for never
 * @param sessionIdleMs how long a session lasts without a request: the cover comes first
 */
export function coversAfterMs(minutes: number | null, sessionIdleMs: number): number | null {
  if (minutes === null) return null;
  return Math.min(minutes * MINUTE_MS, Math.max(sessionIdleMs - BEFORE_END_MS, sessionIdleMs / 2));
}

const PASSING = ["Escape", "Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "NumLock", "Tab"];

/** Keys that uncover nothing: Escape leaves, and the others are pressed on the way to something else. */
export const uncovers = (key: string): boolean => !PASSING.includes(key);
