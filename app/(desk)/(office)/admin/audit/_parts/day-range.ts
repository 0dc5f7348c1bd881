import { instantOfWall } from "#lib/core/zone-time.ts";

/**
 * The window of time that a range of days means in a zone.
 * @param range `YYYY-MM-DD`, both included
 * @param zone an IANA name
 * @returns milliseconds since 1970; `to` itself is not included
 */
export function windowOf(range: { from: string | null; to: string | null } | undefined, zone: string) {
  return {
    ...(range?.from ? { from: instantOfWall(wallOf(range.from), zone) } : {}),
    ...(range?.to ? { to: instantOfWall(wallOf(range.to, 1), zone) } : {}),
  };
}

function wallOf(day: string, daysOn = 0) {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  return { year, month, day: date + daysOn };
}
