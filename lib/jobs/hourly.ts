import { logFault } from "#lib/platform/log.ts";

const HOUR_MS = 3_600_000;

/** Does a chore of the house now and every hour; a fault is logged and the next hour tries again. */
export const startHourly = (chore: () => Promise<void>): void => startEvery(HOUR_MS, chore);

/** Does a chore now and again after each time, one at a time: a slow one is waited for. */
export function startEvery(everyMs: number, chore: () => Promise<void>): void {
  const once = (): void => {
    chore()
      .catch(logFault)
      .finally(() => setTimeout(once, everyMs).unref())
      .catch(logFault);
  };
  once();
}
