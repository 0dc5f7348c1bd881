import { parse } from "edtf";
import { z } from "zod";

/** Longest accepted EDTF text, in characters; bounds the work of the parser. */
export const EDTF_LENGTH_MAX = 120;

/** Why a text is not an event date: the last part of a message key `dates.invalid.<problem>`. */
export const EDTF_PROBLEMS = [
  "empty",
  "tooLong",
  "unreadable",
  "unsupported",
  "season",
  "impossible",
  "backwards",
] as const;
export type EdtfProblem = (typeof EDTF_PROBLEMS)[number];

type Qualifier = "approximate" | "uncertain" | "both";

/** A calendar date as far as it is known. `sought` is the finer unit that the text says is missing (`2025-03-XX`). */
export interface CalendarMoment {
  readonly kind: "calendar";
  readonly known: "day" | "month" | "year" | "decade" | "century" | "nothing";
  readonly sought: "day" | "month" | null;
  readonly year: number;
  /** 1 to 12; 1 where not known. */
  readonly month: number;
  /** 1 to 31; 1 where not known. */
  readonly day: number;
  readonly qualifier: Qualifier | null;
}

/** A date with a time of day. Without an offset it is the wall time of the event's zone. */
interface ClockMoment {
  readonly kind: "clock";
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 to 24 (24:00 is the end of the day, ISO 8601-1). */
  readonly hour: number;
  readonly minute: number;
  /** null when the text stops at the minute. */
  readonly second: number | null;
  readonly offsetMinutes: number | null;
}

export type Moment = CalendarMoment | ClockMoment;

/** The end of an interval: known, open (goes on), or not known. */
export type Edge = Moment | "open" | "unknown";

/** A member of a set; a range may be open at its outer side. */
export type SetMember =
  | { readonly kind: "single"; readonly date: CalendarMoment }
  | { readonly kind: "range"; readonly from: CalendarMoment | null; readonly to: CalendarMoment | null };

export type EdtfValue =
  | Moment
  | { readonly kind: "interval"; readonly start: Edge; readonly end: Edge }
  | { readonly kind: "set"; readonly choice: "one" | "all"; readonly members: readonly SetMember[] };

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: EdtfProblem };

/** What the package returns for one date at level 0 or 1; its seasons, decades, centuries and long years do not match. */
const ParsedDate = z.object({
  type: z.literal("Date"),
  level: z.number().max(1),
  values: z.array(z.number().int()).min(1).max(6),
  unspecified: z.number().optional(),
  uncertain: z.boolean().optional(),
  approximate: z.boolean().optional(),
  offset: z.number().optional(),
  timeZone: z.string().optional(),
});
type ParsedDate = z.infer<typeof ParsedDate>;

/** The package's bit masks of unspecified digits (one bit a digit of YYYYMMDD, the first digit lowest). */
const MASKS = new Map<number, Pick<CalendarMoment, "known" | "sought">>([
  [192, { known: "month", sought: "day" }],
  [48, { known: "year", sought: "month" }],
  [240, { known: "year", sought: "day" }],
  [8, { known: "decade", sought: null }],
  [12, { known: "century", sought: null }],
  [15, { known: "nothing", sought: null }],
  [63, { known: "nothing", sought: null }],
  [255, { known: "nothing", sought: null }],
]);

/**
 * Reads a normalised EDTF text: levels 0 and 1 of ISO 8601-2 plus sets (`[a,b]` one of, `{a,b}` all of).
 * Left out on purpose: seasons (a Syrian summer is not season 22), years outside 0001–9999, decades and centuries in
 * two or three digits, unspecified digits inside intervals and sets, fractions of a second.
 */
export function parseEdtf(text: string): Read<EdtfValue> {
  if (text === "") return refused("empty");
  if (text.length > EDTF_LENGTH_MAX) return refused("tooLong");
  if (/^[[{].*[\]}]$/.test(text)) return parseSet(text);
  if (text.includes("/")) return parseInterval(text);
  return parseMoment(text);
}

function parseInterval(text: string): Read<EdtfValue> {
  const sides = text.split("/");
  if (sides.length !== 2) return refused("unreadable");
  const [start, end] = sides.map(parseEdge);
  if (!start || !end) return refused("unreadable");
  if (!start.ok) return start;
  if (!end.ok) return end;
  if (typeof start.value === "string" && typeof end.value === "string") return refused("unsupported");
  return { ok: true, value: { kind: "interval", start: start.value, end: end.value } };
}

function parseEdge(text: string): Read<Edge> {
  if (text === "") return { ok: true, value: "unknown" };
  if (text === "..") return { ok: true, value: "open" };
  const moment = parseMoment(text);
  return moment.ok && hasMissingDigits(moment.value) ? refused("unsupported") : moment;
}

function parseSet(text: string): Read<EdtfValue> {
  const choice = text.startsWith("[") ? "one" : "all";
  if (text.at(-1) !== (choice === "one" ? "]" : "}")) return refused("unreadable");
  const pieces = text.slice(1, -1).split(",");
  const members: SetMember[] = [];
  for (const [index, piece] of pieces.entries()) {
    const member = parseMember(piece, index === 0, index === pieces.length - 1);
    if (!member.ok) return member;
    members.push(member.value);
  }
  return { ok: true, value: { kind: "set", choice, members } };
}

function parseMember(text: string, isFirst: boolean, isLast: boolean): Read<SetMember> {
  const sides = text.split("..");
  if (sides.length > 2) return refused("unreadable");
  const [left = "", right] = sides;
  const from = left === "" ? null : parseDay(left);
  if (from && !from.ok) return from;
  if (right === undefined) {
    return from ? { ok: true, value: { kind: "single", date: from.value } } : refused("unreadable");
  }
  const to = right === "" ? null : parseDay(right);
  if (to && !to.ok) return to;
  if ((!from && !to) || (!from && !isFirst) || (!to && !isLast)) return refused("unreadable");
  return { ok: true, value: { kind: "range", from: from?.value ?? null, to: to?.value ?? null } };
}

function parseDay(text: string): Read<CalendarMoment> {
  const moment = parseMoment(text);
  if (!moment.ok) return moment;
  if (moment.value.kind === "clock" || hasMissingDigits(moment.value)) return refused("unsupported");
  return { ok: true, value: moment.value };
}

function hasMissingDigits(moment: Moment): boolean {
  return (
    moment.kind === "calendar" && (moment.sought !== null || !["day", "month", "year"].includes(moment.known))
  );
}

// The package's parser takes a tenth of a millisecond a date; the dates of a case repeat.
const MOMENTS_KEPT_MAX = 20_000;
const momentsRead = new Map<string, Read<Moment>>();

function parseMoment(text: string): Read<Moment> {
  const known = momentsRead.get(text);
  if (known) return known;
  const read = readMoment(text);
  if (momentsRead.size >= MOMENTS_KEPT_MAX) momentsRead.clear();
  momentsRead.set(text, read);
  return read;
}

function readMoment(text: string): Read<Moment> {
  const calendar = calendarProblem(text);
  if (calendar) return refused(calendar);
  const plain = plainMoment(text);
  if (plain) return { ok: true, value: plain };
  // The package reads ".5" as five milliseconds.
  if (/T.*\./.test(text)) return refused("unsupported");
  let tree: unknown;
  try {
    tree = parse(text, { level: 2 });
  } catch {
    return refused("unreadable");
  }
  const parsed = ParsedDate.safeParse(tree);
  const moment = parsed.success ? momentOf(parsed.data) : null;
  return moment ? { ok: true, value: moment } : refused("unsupported");
}

const QUALIFIERS = { "~": "approximate", "?": "uncertain", "%": "both" } as const;

/** Most dates are a year, a month or a day with at most one mark, and need no grammar; the year 0 is the package's to refuse. */
function plainMoment(text: string): Moment | null {
  const match = /^(?!0000)(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?$/.exec(text);
  if (!match) return null;
  const [, year, month, day, mark] = match;
  return {
    kind: "calendar",
    known: day ? "day" : month ? "month" : "year",
    sought: null,
    year: Number(year),
    month: Number(month ?? 1),
    day: Number(day ?? 1),
    qualifier: mark ? QUALIFIERS[mark as keyof typeof QUALIFIERS] : null,
  };
}

/** The package lets 29 February pass in every year and calls other impossible days a syntax error, without saying which. */
function calendarProblem(text: string): EdtfProblem | null {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(text);
  if (!match) return null;
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (month >= 21 && month <= 41) return "season"; // ISO 8601-2 sub-year groupings, 21 to 41
  if (month < 1 || month > 12) return "impossible";
  if (match[3] === undefined) return null;
  const day = Number(match[3]);
  return day < 1 || day > daysInMonth(year, month) ? "impossible" : null;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function momentOf(parsed: ParsedDate): Moment | null {
  const [year = 0, month = 0, day = 1, hour, minute, second] = parsed.values;
  const at = { year, month: month + 1, day };
  if (hour !== undefined) {
    // Without an offset the package puts in the offset of the machine; only `timeZone` tells the two apart.
    const offsetMinutes = parsed.timeZone === undefined ? null : (parsed.offset ?? 0);
    if (year < 1) return null;
    return { kind: "clock", ...at, hour, minute: minute ?? 0, second: second ?? null, offsetMinutes };
  }
  const shape =
    parsed.unspecified === undefined ? wholeShape(parsed.values.length) : MASKS.get(parsed.unspecified);
  if (!shape || (year < 1 && shape.known !== "nothing")) return null;
  return { kind: "calendar", ...shape, ...at, qualifier: qualifierOf(parsed) };
}

function wholeShape(length: number): Pick<CalendarMoment, "known" | "sought"> {
  return { known: length === 1 ? "year" : length === 2 ? "month" : "day", sought: null };
}

function qualifierOf({ approximate = false, uncertain = false }: ParsedDate): Qualifier | null {
  if (approximate && uncertain) return "both";
  if (approximate) return "approximate";
  return uncertain ? "uncertain" : null;
}

function refused(problem: EdtfProblem): { readonly ok: false; readonly problem: EdtfProblem } {
  return { ok: false, problem };
}
