import { performance } from "node:perf_hooks";

/** Milliseconds since 1970-01-01T00:00Z. The only place that reads the time; commands get it as `ctx.now`. */
export type Clock = () => number;

const CLOCK_SLIP_MS_MAX = 5_000;

export const systemClock: Clock = () => Date.now();

export interface ClockWatch {
  /** Takes the milliseconds by which the wall clock has jumped since last taken; 0 within 5 s. */
  takeSlip(): number;
  /** What was taken did not come on record: it is told again. */
  giveBack(slipMs: number): void;
}

/** Watches the wall clock against the monotonic one. */
export function watchClock(
  wall: Clock = systemClock,
  monotonic: () => number = () => performance.now(),
): ClockWatch {
  let base = wall() - monotonic();
  return {
    takeSlip() {
      const slipMs = Math.round(wall() - monotonic() - base);
      if (Math.abs(slipMs) <= CLOCK_SLIP_MS_MAX) return 0;
      base += slipMs;
      return slipMs;
    },
    giveBack(slipMs) {
      base -= slipMs;
    },
  };
}

/** The watch of a clock that nobody sets: for tests that give the time themselves. */
export const UNWATCHED: ClockWatch = { takeSlip: () => 0, giveBack: () => undefined };
