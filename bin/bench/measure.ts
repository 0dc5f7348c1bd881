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
  /** Milliseconds that this process worked for one run, on average: other work on the machine lengthens them little. */
  cpuMs: number;
  runs: number;
}

/** How long one comparison may take. */
export interface Effort {
  runsMax: number;
  secondsMax: number;
}

interface Sample {
  ms: number;
  cpuMs: number;
}

const MICROS_IN_MS = 1_000;
const RUNS_MIN = 7;

/** Runs each contender in turn after a warm-up. @returns the timings in the order of the contenders */
export async function compare(contenders: readonly Contender[], effort: Effort): Promise<Timing[]> {
  const warmUps = Math.min(30, Math.ceil(effort.runsMax / 5));
  const samples = contenders.map((): Sample[] => []);
  const until = performance.now() + effort.secondsMax * 1_000;
  for (let round = -warmUps; round < effort.runsMax; round++) {
    for (const [index, { run }] of contenders.entries()) {
      const worked = process.threadCpuUsage();
      const started = performance.now();
      await run();
      const ms = performance.now() - started;
      const { user, system } = process.threadCpuUsage(worked);
      if (round >= 0) samples[index]?.push({ ms, cpuMs: (user + system) / MICROS_IN_MS });
    }
    if (round < 0 && performance.now() > until - effort.secondsMax * 500) round = -1;
    if (round >= RUNS_MIN && performance.now() > until) break;
  }
  return samples.map(timingOf);
}

function timingOf(samples: readonly Sample[]): Timing {
  const at = (share: number, all: readonly number[]) =>
    all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? Number.NaN;
  const ms = samples.map((one) => one.ms);
  // The clock of a thread goes in steps longer than most runs, so that only their sum says something.
  const cpuMs = samples.reduce((sum, one) => sum + one.cpuMs, 0) / samples.length;
  return { medianMs: at(0.5, ms), p95Ms: at(0.95, ms), cpuMs, runs: samples.length };
}
