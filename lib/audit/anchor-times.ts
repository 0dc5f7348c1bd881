/**
 * Holds the times of entries against the times at which others saw the log: what they saw was there by then, and what they did
 * not see came later.
 */

/** That somebody with a clock of their own saw the log at a size. */
export interface AnchorTime {
  size: number;
  /** Their time, in ms since 1970. */
  atMs: number;
  /** How long before, in ms, the log was signed at this size: what was entered meanwhile they did not see either. */
  lagMs: number;
}

/** The number of the first entry whose time does not fit, and whether it lies after or before what an anchor allows. */
export interface TimeDeparts {
  seq: number;
  why: "ahead" | "behind";
}

/** How far two honest clocks may lie apart, in ms. */
export const TOLERANCE_MS = 5_000;
/** A lag that is longer counts as this, in ms: what is entered is signed after five minutes. */
export const LAG_MS_MAX = 10 * 60_000;

/** Watches the times of a log whose entries go by in ascending order. */
export function watchTimes(anchors: readonly AnchorTime[]) {
  const bySize = anchors.toSorted((a, b) => a.size - b.size);
  /** The latest time allowed up to the size of each anchor: that of the earliest anchor from there on. */
  const latest = bySize.map(({ atMs }) => atMs + TOLERANCE_MS);
  for (let n = latest.length - 2; n >= 0; n--) latest[n] = Math.min(latest[n] ?? 0, latest[n + 1] ?? 0);
  let passed = 0;
  let earliest = Number.NEGATIVE_INFINITY;
  let found: TimeDeparts | null = null;
  return {
    /** Takes the next entry. @param atMs its time, in ms since 1970 */
    note(seq: number, atMs: number): void {
      if (found) return;
      for (let next = bySize[passed]; next && next.size < seq; next = bySize[passed]) {
        earliest = Math.max(earliest, next.atMs - lagOf(next) - TOLERANCE_MS);
        passed += 1;
      }
      if (atMs > (latest[passed] ?? Number.POSITIVE_INFINITY)) found = { seq, why: "ahead" };
      else if (atMs < earliest) found = { seq, why: "behind" };
    },
    found: (): TimeDeparts | null => found,
  };
}

const lagOf = ({ lagMs }: AnchorTime): number => Math.min(Math.max(lagMs, 0), LAG_MS_MAX);

/** The first entry of a log whose time does not fit its anchors; null where all fit. */
export function timesAgainst(
  events: Iterable<{ seq: number; atMs: number }>,
  anchors: readonly AnchorTime[],
): TimeDeparts | null {
  const times = watchTimes(anchors);
  for (const { seq, atMs } of events) times.note(seq, atMs);
  return times.found();
}
