/**
 * Runs queued jobs one at a time, each as the person who asked for it: their rights are read again at every step, so a
 * job stops when they are gone. A job that a crash left running is taken up again.
 */
import { and, asc, eq, lt } from "drizzle-orm";
import { accounts, jobs } from "#db/schema/index.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import type { Caller } from "#lib/core/caller.ts";
import { type System, system } from "#lib/core/system.ts";
import { logEvent, logFault } from "#lib/platform/log.ts";

export interface Job {
  id: string;
  subjectId: string;
  caller: Caller;
  /** Notes how far the job is. @param percent 0–100 */
  progress(percent: number): Promise<void>;
}

export type JobHandler = (job: Job) => Promise<void>;

const ATTEMPTS_MAX = 3;
const POLL_MS = 500;

/** Starts polling. @returns a function that stops it, after the job in hand */
export function startRunner(handlers: Readonly<Record<string, JobHandler>>): () => void {
  let stopped = false;
  const poll = async (): Promise<void> => {
    if (stopped) return;
    const worked = await runNextJob(handlers).catch((error: unknown) => {
      logFault(error);
      return false;
    });
    setTimeout(again, worked ? 0 : POLL_MS).unref();
  };
  const again = (): void => {
    poll().catch(logFault);
  };
  const begin = async (): Promise<void> => {
    await requeueInterrupted().catch(logFault);
    await poll();
  };
  begin().catch(logFault);
  return () => {
    stopped = true;
  };
}

/** Runs the oldest queued job, if there is one. @returns whether there was */
export async function runNextJob(handlers: Readonly<Record<string, JobHandler>>): Promise<boolean> {
  const sys = await system();
  const job = await claim(sys);
  if (!job) return false;
  const set = (changes: { status?: "done" | "failed"; progress?: number; problem?: string }) =>
    keepBooks(sys, async (tx) => {
      await tx
        .update(jobs)
        .set({ ...changes, updatedAt: sys.clock() })
        .where(eq(jobs.id, job.id));
    });
  try {
    const handler = handlers[job.kind];
    if (!handler) throw new Error(`no handler for jobs of the kind ${job.kind}`);
    const caller: Caller = { kind: "job", accountId: job.accountId, humanId: job.humanId, jobId: job.id };
    await handler({
      id: job.id,
      subjectId: job.subjectId,
      caller,
      progress: (percent) => set({ progress: Math.round(percent) }),
    });
    await set({ status: "done", progress: 100 });
    logEvent("job.done", { kind: job.kind });
  } catch (error) {
    await set({ status: "failed", problem: logFault(error) });
  }
  return true;
}

async function claim(sys: System) {
  const [next] = await sys.store.read
    .select({ id: jobs.id })
    .from(jobs)
    .where(eq(jobs.status, "queued"))
    .limit(1);
  if (!next) return null;
  return keepBooks(sys, async (tx) => {
    const [job] = await tx
      .select({
        id: jobs.id,
        kind: jobs.kind,
        accountId: jobs.accountId,
        subjectId: jobs.subjectId,
        attempts: jobs.attempts,
        humanId: accounts.humanId,
      })
      .from(jobs)
      .innerJoin(accounts, eq(accounts.id, jobs.accountId))
      .where(eq(jobs.status, "queued"))
      .orderBy(asc(jobs.queuedAt), asc(jobs.id))
      .limit(1);
    if (!job) return null;
    await tx
      .update(jobs)
      .set({ status: "running", attempts: job.attempts + 1, updatedAt: sys.clock() })
      .where(eq(jobs.id, job.id));
    return job;
  });
}

/** At the start of the one process that runs jobs, whatever is marked as running was cut off. */
async function requeueInterrupted(): Promise<void> {
  const sys = await system();
  await keepBooks(sys, async (tx) => {
    const running = eq(jobs.status, "running");
    await tx
      .update(jobs)
      .set({ status: "queued" })
      .where(and(running, lt(jobs.attempts, ATTEMPTS_MAX)));
    await tx.update(jobs).set({ status: "failed", problem: "interrupted" }).where(running);
  });
}
