import { logFault } from "#lib/platform/log.ts";

const HOUR_MS = 3_600_000;

/** Does a chore of the house now and every hour; a fault is logged and the next hour tries again. */
export function startHourly(chore: () => Promise<void>): void {
  const once = (): void => {
    chore().catch(logFault);
  };
  once();
  setInterval(once, HOUR_MS).unref();
}
