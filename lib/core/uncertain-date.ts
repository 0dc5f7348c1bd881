import { z } from "zod";
import {
  type CalendarMoment,
  EDTF_LENGTH_MAX,
  type Edge,
  type EdtfProblem,
  type EdtfValue,
  type Moment,
  parseEdtf,
  type SetMember,
} from "./edtf-value.ts";
import { EVENT_ZONE, instantOfWall, wallMs, type WallTime } from "./zone-time.ts";

/** The date of an event: an EDTF value (ISO 8601-2) and how the source put it, in the source's own words. */
export interface UncertainDate {
  readonly edtf: string;
  readonly wording: string | null;
}

/** Epoch milliseconds, both ends included; null means no limit is known. */
export interface DateBounds {
  readonly earliest: number | null;
  readonly latest: number | null;
}

/** A text that is no event date reached code that trusts its input. The text itself is kept out: it may be protected. */
export class UnreadableDate extends RangeError {
  override readonly name = "UnreadableDate";
  readonly problem: EdtfProblem;

  constructor(problem: EdtfProblem) {
    super(`dates.invalid.${problem}`);
    this.problem = problem;
  }
}

/** An event of which no date is known. */
export const UNKNOWN_DATE: UncertainDate = { edtf: "XXXX-XX-XX", wording: null };

const WORDING_LENGTH_MAX = 300;
// What keyboards and word processors put around and inside a date: spaces, direction marks, zero-width characters.
const INVISIBLE = /[\s\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu;
const DASHES = /[\u2010-\u2015\u2212]/gu;

/** The one spelling of an EDTF text: no spaces or direction marks, European digits and marks, capitals. Meaning is not checked. */
export function normaliseEdtf(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf)) // both blocks start at a multiple of 16
    .replace(DASHES, "-")
    .replaceAll("؟", "?")
    .replaceAll("،", ",")
    .replace(/[xtz]/g, (letter) => letter.toUpperCase());
}

/** Why a normalised text is not an event date, or null when it is one. */
export function edtfProblem(text: string, zone: string = EVENT_ZONE): EdtfProblem | null {
  const read = parseEdtf(text);
  if (!read.ok) return read.problem;
  return runsBackwards(read.value, zone) ? "backwards" : null;
}

/** An EDTF text at the door: normalised, bounded, possible. A refusal carries the message key `dates.invalid.<problem>`. */
export const Edtf = z
  .string({ error: "dates.invalid.empty" })
  .max(EDTF_LENGTH_MAX, { error: "dates.invalid.tooLong", abort: true })
  .overwrite(normaliseEdtf)
  .superRefine((text, context) => {
    const problem = edtfProblem(text);
    if (problem) context.addIssue({ code: "custom", message: `dates.invalid.${problem}` });
  });

/** An uncertain date at the door; a blank wording is none. */
export const UncertainDate = z.strictObject({
  edtf: Edtf,
  wording: z
    .string()
    .trim()
    .max(WORDING_LENGTH_MAX, { error: "dates.invalid.wordingTooLong" })
    .transform((text) => (text === "" ? null : text))
    .nullable(),
});

/**
 * The earliest and latest instant an EDTF text may mean. A bare date is a day of the zone; `~`, `?` and `%` widen a day
 * by a day, a month by a month, a year by a year on each side; an open or unknown end has no limit.
 * @param zone IANA name.
 * @throws UnreadableDate when the text is not an accepted, normalised EDTF value; RangeError for an unknown zone.
 */
export function bounds(edtf: string, zone: string = EVENT_ZONE): DateBounds {
  return envelope(spansOf(trusted(edtf), zone, "widened"));
}

/**
 * The bounds as the text puts them, with nothing widened for `~`, `?` and `%`: where a drawing is solid, while what
 * `bounds` adds on each side is soft. Throws as `bounds`.
 */
export function statedBounds(edtf: string, zone: string = EVENT_ZONE): DateBounds {
  return envelope(spansOf(trusted(edtf), zone, "exact"));
}

/** True when the two dates may mean a common instant; gaps between the members of a set count as gaps. Throws as `bounds`. */
export function overlaps(a: string, b: string, zone: string = EVENT_ZONE): boolean {
  const others = spansOf(trusted(b), zone, "widened");
  return spansOf(trusted(a), zone, "widened").some((one) => others.some((other) => mayTouch(one, other)));
}

/**
 * A key of 30 digits that sorts as the dates do, in any database and any collation: by earliest instant (an unknown or
 * open start counts as its latest), then by latest; what is wholly unknown comes last. Throws as `bounds`.
 */
export function sortKey(edtf: string, zone: string = EVENT_ZONE): string {
  const { earliest, latest } = bounds(edtf, zone);
  return keyPart(earliest ?? latest) + keyPart(latest);
}

/** A total order: by `sortKey`, equal keys by the text. Throws as `bounds`. */
export function compareDates(a: string, b: string, zone: string = EVENT_ZONE): number {
  return compareTexts(sortKey(a, zone), sortKey(b, zone)) || compareTexts(a, b);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function keyPart(instant: number | null): string {
  // Shifted by 10^14 ms, the years 0 to 10000 are positive and fill 15 digits.
  return instant === null ? "9".repeat(15) : String(instant + 1e14).padStart(15, "0");
}

function trusted(edtf: string): EdtfValue {
  const read = parseEdtf(edtf);
  if (!read.ok) throw new UnreadableDate(read.problem);
  return read.value;
}

type Width = "exact" | "widened";

function spansOf(value: EdtfValue, zone: string, width: Width): readonly DateBounds[] {
  switch (value.kind) {
    case "calendar":
    case "clock":
      return [spanOfMoment(value, zone, width)];
    case "interval":
      return [joined(spanOfEdge(value.start, zone, width), spanOfEdge(value.end, zone, width))];
    case "set":
      return value.members.map((member) => spanOfMember(member, zone, width));
  }
}

function spanOfMember(member: SetMember, zone: string, width: Width): DateBounds {
  if (member.kind === "single") return spanOfMoment(member.date, zone, width);
  return joined(spanOfEdge(member.from ?? "open", zone, width), spanOfEdge(member.to ?? "open", zone, width));
}

function spanOfEdge(edge: Edge, zone: string, width: Width): DateBounds {
  return typeof edge === "string" ? { earliest: null, latest: null } : spanOfMoment(edge, zone, width);
}

/** From the earliest of the first to the latest of the last. */
function joined(first: DateBounds, last: DateBounds): DateBounds {
  const { earliest } = first;
  const { latest } = last;
  // Only a zone other than that of the door can turn an interval round: one end with an offset, one without.
  return earliest !== null && latest !== null && earliest > latest
    ? { earliest: latest, latest: earliest }
    : { earliest, latest };
}

function spanOfMoment(moment: Moment, zone: string, width: Width): DateBounds {
  return moment.kind === "calendar" ? spanOfCalendar(moment, zone, width) : spanOfClock(moment, zone);
}

function spanOfClock(moment: Extract<Moment, { kind: "clock" }>, zone: string): DateBounds {
  const wall = { ...moment, second: moment.second ?? 0 };
  const lengthMs = moment.second === null ? 60_000 : 1000;
  if (moment.offsetMinutes !== null) {
    const instant = wallMs(wall) - moment.offsetMinutes * 60_000;
    return { earliest: instant, latest: instant + lengthMs - 1 };
  }
  return {
    earliest: instantOfWall(wall, zone, "first"),
    latest: instantOfWall(wall, zone, "last") + lengthMs - 1,
  };
}

function spanOfCalendar(moment: CalendarMoment, zone: string, width: Width): DateBounds {
  if (moment.known === "nothing") return { earliest: null, latest: null };
  const step = stepOf(moment);
  const spare = width === "widened" && moment.qualifier ? 1 : 0;
  return {
    earliest: instantOfWall(moved(moment, step, -spare), zone),
    latest: instantOfWall(moved(moment, step, 1 + spare), zone) - 1,
  };
}

function stepOf(moment: CalendarMoment): WallTime {
  switch (moment.known) {
    case "day":
      return { year: 0, month: 0, day: 1 };
    case "month":
      return { year: 0, month: 1, day: 0 };
    case "year":
      return { year: 1, month: 0, day: 0 };
    case "decade":
      return { year: 10, month: 0, day: 0 };
    case "century":
      return { year: 100, month: 0, day: 0 };
    case "nothing":
      return { year: 0, month: 0, day: 0 };
  }
}

function moved({ year, month, day }: CalendarMoment, step: WallTime, times: number): WallTime {
  return { year: year + step.year * times, month: month + step.month * times, day: day + step.day * times };
}

function envelope(spans: readonly DateBounds[]): DateBounds {
  const starts = spans.map(({ earliest }) => earliest);
  const ends = spans.map(({ latest }) => latest);
  return {
    earliest: starts.includes(null) ? null : Math.min(...starts.map((start) => start ?? 0)),
    latest: ends.includes(null) ? null : Math.max(...ends.map((end) => end ?? 0)),
  };
}

function mayTouch(a: DateBounds, b: DateBounds): boolean {
  return startsBy(a.earliest, b.latest) && startsBy(b.earliest, a.latest);
}

function startsBy(start: number | null, end: number | null): boolean {
  return start === null || end === null || start <= end;
}

/** An interval or a range whose end lies wholly before its start, taken without widening. */
function runsBackwards(value: EdtfValue, zone: string): boolean {
  const pairs: (readonly [Edge, Edge])[] =
    value.kind === "interval"
      ? [[value.start, value.end]]
      : value.kind === "set"
        ? value.members.flatMap((member) =>
            member.kind === "range" ? [[member.from ?? "open", member.to ?? "open"] as const] : [],
          )
        : [];
  return pairs.some(
    ([from, to]) => !startsBy(spanOfEdge(from, zone, "exact").earliest, spanOfEdge(to, zone, "exact").latest),
  );
}
