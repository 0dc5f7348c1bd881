import { EVENT_ZONE, instantOfWall } from "#lib/core/zone-time.ts";

/** A span of whole days in the zone of the events, both included, as `YYYY-MM-DD`. */
export interface DayWindow {
  readonly from: string;
  readonly to: string;
}

/** The same span as instants (epoch ms); the end is the first instant after it. */
export interface InstantWindow {
  readonly start: number;
  readonly end: number;
}

export type TickUnit = "hour" | "day" | "month" | "year";

/** A mark on the axis: where it stands from 0 to 1, and the beginning of what it names. */
export interface Tick {
  readonly at: number;
  readonly unit: TickUnit;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** 0 to 23; only marks of hours have another than 0. */
  readonly hour: number;
}

/** A part of the window for which records are counted: whole days, and where it is drawn. */
export interface Bucket extends DayWindow {
  readonly start: number;
  readonly end: number;
}

interface Step {
  readonly unit: TickUnit;
  readonly size: number;
  /** About how many days it is long. */
  readonly days: number;
}

const DAY_MS = 86_400_000;
const FIRST_DAY = "0001-01-01";
const LAST_DAY = "9999-12-31";
const TICKS_MAX = 10;
const BUCKETS_MAX = 34;

const HOURS: Step = { unit: "hour", size: 3, days: 0.125 };
const DAYS_UP: readonly Step[] = [
  { unit: "day", size: 1, days: 1 },
  { unit: "day", size: 7, days: 7 },
  { unit: "month", size: 1, days: 30.4 },
  { unit: "month", size: 3, days: 91.3 },
  { unit: "year", size: 1, days: 365 },
  { unit: "year", size: 2, days: 730 },
  { unit: "year", size: 5, days: 1_826 },
  { unit: "year", size: 10, days: 3_652 },
  { unit: "year", size: 50, days: 18_262 },
  { unit: "year", size: 250, days: 91_310 },
  { unit: "year", size: 1_000, days: 365_242 },
];

/** The instants of a window, by the clocks of the zone of the events. */
export function instantsOf({ from, to }: DayWindow): InstantWindow {
  return { start: startOfDay(from), end: startOfDay(shifted(to, 1)) };
}

/** Days on either side of a date that is looked at alone, at least. */
const ROOM_DAYS_MIN = 15;

/** The days round some spans of instants (epoch ms, both ends included), with room on either side. @param spans at least one */
export function windowRound(spans: readonly { start: number; end: number }[]): DayWindow {
  const from = dayOf(Math.min(...spans.map(({ start }) => start)));
  const to = dayOf(Math.max(...spans.map(({ end }) => end)));
  const room = Math.max(ROOM_DAYS_MIN, Math.ceil(daysIn({ from, to }) / 4));
  return { from: shifted(from, -room), to: shifted(to, room) };
}

/** How many days a window has. */
export const daysIn = ({ from, to }: DayWindow): number => numberOf(to) - numberOf(from) + 1;

/** Both ends in order, whichever came first. */
export const inOrder = (one: string, other: string): DayWindow =>
  one <= other ? { from: one, to: other } : { from: other, to: one };

/** The calendar day of the event's zone on which an instant falls. */
export function dayOf(instant: number, zone: string = EVENT_ZONE): string {
  const near = Math.floor(instant / DAY_MS); // the day in UTC; that of the zone is this one or a neighbour
  const day = [1, 0, -1].map((step) => dayAt(near + step)).find((one) => startOfDay(one, zone) <= instant);
  return day ?? dayAt(near - 1);
}

/** Marks for the axis of a window, at most ten or so. */
export function ticksOf(window: DayWindow): Tick[] {
  const days = daysIn(window);
  if (days <= 1) return hourTicks(window);
  const span = instantsOf(window);
  const step = DAYS_UP.find((one) => days / one.days <= TICKS_MAX) ?? lastStep;
  return startsOf(window, step).map((day) => ({
    at: fraction(startOfDay(day), span),
    unit: step.unit,
    day,
    hour: 0,
  }));
}

/** The parts of a window by which records are counted, at most thirty-six or so; together they are the window. */
export function bucketsOf(window: DayWindow): Bucket[] {
  const step = DAYS_UP.find((one) => daysIn(window) / one.days <= BUCKETS_MAX) ?? lastStep;
  const inner = startsOf(window, step).filter((day) => day > window.from);
  const starts = [window.from, ...inner];
  const span = instantsOf(window);
  return starts.map((from, index) => {
    const next = starts[index + 1];
    const to = next === undefined ? window.to : shifted(next, -1);
    const { start, end } = instantsOf({ from, to });
    return { from, to, start: fraction(start, span), end: fraction(end, span) };
  });
}

/** Where a window leads: closer, wider, earlier, later, or to a calendar unit round its middle. */
export interface Moves {
  readonly closer: DayWindow;
  readonly wider: DayWindow;
  readonly earlier: DayWindow;
  readonly later: DayWindow;
  readonly year: DayWindow;
  readonly month: DayWindow;
  readonly day: DayWindow;
}

/** Every step from a window to another one. None leaves the years 1 to 9999. */
export function movesFrom(window: DayWindow): Moves {
  const days = daysIn(window);
  const middle = shifted(window.from, Math.floor((days - 1) / 2));
  const half = Math.max(1, Math.floor(days / 2));
  const quarter = Math.floor(days / 4);
  const year = middle.slice(0, 4);
  const month = middle.slice(0, 7);
  return {
    closer: days <= 2 ? { from: middle, to: middle } : spanOf(shifted(window.from, quarter), half),
    wider: { from: shifted(window.from, -half), to: shifted(window.to, half) },
    earlier: { from: shifted(window.from, -half), to: shifted(window.to, -half) },
    later: { from: shifted(window.from, half), to: shifted(window.to, half) },
    year: { from: `${year}-01-01`, to: `${year}-12-31` },
    month: { from: `${month}-01`, to: shifted(nextMonth(`${month}-01`, 1), -1) },
    day: { from: middle, to: middle },
  };
}

/** Where an instant stands in a span, from 0 (its start) to 1 (its end); outside it, below or above. */
export const fraction = (instant: number, { start, end }: InstantWindow): number =>
  (instant - start) / (end - start);

const lastStep: Step = { unit: "year", size: 1_000, days: 365_242 };

const spanOf = (from: string, days: number): DayWindow => ({ from, to: shifted(from, days - 1) });

function hourTicks(window: DayWindow): Tick[] {
  const span = instantsOf(window);
  const [year = 1, month = 1, day = 1] = window.from.split("-").map(Number);
  const hours = Array.from({ length: 24 / HOURS.size }, (_, index) => index * HOURS.size);
  return hours.map((hour) => ({
    at: fraction(instantOfWall({ year, month, day, hour }, EVENT_ZONE), span),
    unit: "hour",
    day: window.from,
    hour,
  }));
}

/** The days on which units of this size begin within a window. Weeks count from its first day, years from round ones. */
function startsOf(window: DayWindow, { unit, size }: Step): string[] {
  const starts: string[] = [];
  for (let day = firstStart(window.from, unit, size); day <= window.to;) {
    if (day >= window.from) starts.push(day);
    const next = unit === "day" ? shifted(day, size) : nextMonth(day, unit === "year" ? size * 12 : size);
    if (next <= day) break; // the calendar ends here
    day = next;
  }
  return starts;
}

function firstStart(from: string, unit: TickUnit, size: number): string {
  const [year = 1, month = 1] = from.split("-").map(Number);
  if (unit === "year") return dayText(Math.max(1, Math.floor(year / size) * size), 1, 1);
  if (unit === "month") return dayText(year, Math.floor((month - 1) / size) * size + 1, 1);
  return from;
}

/** The first of the month that lies so many months after that of a day. */
function nextMonth(day: string, months: number): string {
  const [year = 1, month = 1] = day.split("-").map(Number);
  const count = year * 12 + month - 1 + months;
  return count >= 10_000 * 12 ? LAST_DAY : dayText(Math.floor(count / 12), (count % 12) + 1, 1);
}

const dayText = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");

function startOfDay(text: string, zone: string = EVENT_ZONE): number {
  const [year = 1, month = 1, day = 1] = text.split("-").map(Number);
  return instantOfWall({ year, month, day }, zone);
}

const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const FIRST_NUMBER = numberOf(FIRST_DAY);
const LAST_NUMBER = numberOf(LAST_DAY);

function dayAt(number: number): string {
  const held = Math.min(Math.max(number, FIRST_NUMBER), LAST_NUMBER);
  return new Date(held * DAY_MS).toISOString().slice(0, 10);
}

const shifted = (day: string, days: number): string => dayAt(numberOf(day) + days);
