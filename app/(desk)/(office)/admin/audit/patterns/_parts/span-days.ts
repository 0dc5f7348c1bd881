import { offsetMsAt } from "#lib/core/zone-time.ts";
import { windowOf } from "../../_parts/day-range.ts";

const DAY_MS = 24 * 3_600_000;

/** The last days up to and with today, whole days on the clocks of a zone. @param zone an IANA name */
export function spanDays(days: number, zone: string) {
  const now = Date.now();
  const ahead = offsetMsAt(now, zone);
  const dayOf = (instant: number) => new Date(instant + ahead).toISOString().slice(0, 10);
  const range = { from: dayOf(now - (days - 1) * DAY_MS), to: dayOf(now) };
  const { from = 0, to = now } = windowOf(range, zone);
  return { range, from, to, aheadMinutes: Math.round(ahead / 60_000) };
}
