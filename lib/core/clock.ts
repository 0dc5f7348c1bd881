import { performance } from "node:perf_hooks";

/** Milliseconds since 1970-01-01T00:00Z. The only place that reads the time; commands get it as `ctx.now`. */
export type Clock = () => number;

const CLOCK_SLIP_MS_MAX = 5_000;

export const systemClock: Clock = () => Date.now();

/**
 * Watches the wall clock against the monotonic one.
 * @returns a function that answers how many ms the wall clock has departed since last asked, or 0 when within 5 s
 */
export function watchClock(
  wall: Clock = systemClock,
  monotonic: () => number = () => performance.now(),
): () => number {
  let base = wall() - monotonic();
  return () => {
    const slipMs = Math.round(wall() - monotonic() - base);
    if (Math.abs(slipMs) <= CLOCK_SLIP_MS_MAX) return 0;
    base += slipMs;
    return slipMs;
  };
}
