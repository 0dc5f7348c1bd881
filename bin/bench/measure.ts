/** Times contenders in turn, so that whatever else the machine does falls on all of them alike. */

/** What is timed: a name in the table and one run of the work. */
export interface Contender {
  name: string;
  run: () => unknown;
}

export interface Timing {
  /** Milliseconds of the run in the middle. */
  medianMs: number;
  /** Milliseconds below which 95 of 100 runs stayed. */
  p95Ms: number;
  runs: number;
}

/** How long one comparison may take. */
export interface Effort {
  runsMax: number;
  secondsMax: number;
}

const RUNS_MIN = 7;

/** Runs each contender in turn after a warm-up. @returns the timings in the order of the contenders */
export async function compare(contenders: readonly Contender[], effort: Effort): Promise<Timing[]> {
  const warmUps = Math.min(30, Math.ceil(effort.runsMax / 5));
  const samples = contenders.map((): number[] => []);
  const until = performance.now() + effort.secondsMax * 1_000;
  for (let round = -warmUps; round < effort.runsMax; round++) {
    for (const [index, { run }] of contenders.entries()) {
      const started = performance.now();
      await run();
      if (round >= 0) samples[index]?.push(performance.now() - started);
    }
    if (round < 0 && performance.now() > until - effort.secondsMax * 500) round = -1;
    if (round >= RUNS_MIN && performance.now() > until) break;
  }
  return samples.map(timingOf);
}

/** The middle and the slow end of some runs. @param samples milliseconds each */
export function timingOf(samples: readonly number[]): Timing {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { medianMs: at(0.5), p95Ms: at(0.95), runs: sorted.length };
}
