/** The zone in which the days of an event are counted unless a record says otherwise (UTC+3 all year since October 2022). */
export const EVENT_ZONE = "Asia/Damascus";

/** What a clock on a wall shows; months and days count from 1. Fields may overflow (day 32, month 0), as in `Date.UTC`. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

const DAY_MS = 86_400_000;
const offsetFormats = new Map<string, Intl.DateTimeFormat>();

// Asking for an offset takes microseconds, each date asks several times, and the days of a case repeat.
const OFFSETS_KEPT_MAX = 20_000;
const offsets = new Map<string, number>();

/** The wall time in milliseconds, read as if the wall hung in UTC. */
export function wallMs({ year, month, day, hour = 0, minute = 0, second = 0 }: WallTime): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC would read the years 0 to 99 as 1900 to 1999
  return date.setUTCHours(hour, minute, second);
}

/**
 * The instant (epoch ms) at which the clocks of a zone show this wall time.
 * A time that clocks skipped is the moment of the jump; a time they showed twice is its first or its last showing.
 * @throws RangeError when the zone is not an IANA name.
 */
export function instantOfWall(wall: WallTime, zone: string, showing: "first" | "last" = "first"): number {
  const asUtc = wallMs(wall);
  const before = asUtc - offsetMsAt(asUtc - DAY_MS, zone);
  const after = asUtc - offsetMsAt(asUtc + DAY_MS, zone);
  const shown = [before, after].filter((instant) => instant + offsetMsAt(instant, zone) === asUtc);
  if (shown.length === 0) return before;
  return showing === "first" ? Math.min(...shown) : Math.max(...shown);
}

/**
 * How far the clocks of a zone are ahead of UTC at an instant (epoch ms), in milliseconds.
 * @throws RangeError when the zone is not an IANA name.
 */
export function offsetMsAt(instant: number, zone: string): number {
  const key = `${instant} ${zone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const read = readOffsetMs(instant, zone);
  if (offsets.size >= OFFSETS_KEPT_MAX) offsets.clear();
  offsets.set(key, read);
  return read;
}

function readOffsetMs(instant: number, zone: string): number {
  const name = offsetFormat(zone)
    .formatToParts(instant)
    .find((part) => part.type === "timeZoneName")?.value;
  const match = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(name ?? "");
  if (!match) throw new RangeError("the offset of the time zone cannot be read");
  const [, sign, hours = "0", minutes = "0", seconds = "0"] = match;
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -ms : ms;
}

function offsetFormat(zone: string): Intl.DateTimeFormat {
  const known = offsetFormats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  offsetFormats.set(zone, format);
  return format;
}

/** How long before it does in UTC a day begins where it begins first (UTC+14). */
export const FIRST_ZONE_MS = 14 * 3_600_000;
