import type { CalendarMoment, Edge, EdtfValue, Moment, SetMember } from "./edtf-value.ts";
import { parseEdtf } from "./edtf-value.ts";
import { UnreadableDate } from "./uncertain-date.ts";

/** Looks a message of the `dates` catalogue up; the translator of the interface fits. */
export type DateWords = (key: string, values?: Readonly<Record<string, string>>) => string;

type Interval = Extract<EdtfValue, { kind: "interval" }>;
type Clock = Extract<Moment, { kind: "clock" }>;

/**
 * An EDTF date in words: "about March 2025", "6–7 March 2025", "on or before 13 March 2025, start unknown".
 * Shows what the record says and no more: nothing is widened, moved to another zone or rounded.
 * @throws UnreadableDate when the text is not an accepted, normalised EDTF value.
 */
export function describeDate(edtf: string, words: DateWords): string {
  const read = parseEdtf(edtf);
  if (!read.ok) throw new UnreadableDate(read.problem);
  const { value } = read;
  switch (value.kind) {
    case "calendar":
    case "clock":
      return momentText(value, words);
    case "interval":
      return intervalText(value, words);
    case "set":
      return setText(value.choice, value.members, words);
  }
}

function momentText(moment: Moment, words: DateWords): string {
  if (moment.kind === "clock") return clockText(moment, words);
  const date = calendarText(moment, words);
  return moment.qualifier === null ? date : words(`qualified.${moment.qualifier}`, { date });
}

function calendarText({ known, sought, ...date }: CalendarMoment, words: DateWords): string {
  const year = String(date.year);
  const month = monthText(date.month, words);
  switch (known) {
    case "day":
      return words("day", { day: String(date.day), month, year });
    case "month":
      return words(sought === "day" ? "someDayOfMonth" : "monthOfYear", { month, year });
    case "year":
      return words(sought === null ? "year" : sought === "day" ? "someDayOfYear" : "someMonthOfYear", {
        year,
      });
    case "decade":
      return words("years", { from: year, to: String(date.year + 9) });
    case "century":
      return words("years", { from: year, to: String(date.year + 99) });
    case "nothing":
      return words("unknown");
  }
}

function clockText(clock: Clock, words: DateWords): string {
  const date = words("day", {
    day: String(clock.day),
    month: monthText(clock.month, words),
    year: String(clock.year),
  });
  const time = [clock.hour, clock.minute, clock.second]
    .filter((part) => part !== null)
    .map(twoDigits)
    .join(":");
  if (clock.offsetMinutes === null) return words("clock", { date, time });
  return words("clockWithOffset", { date, time, offset: offsetText(clock.offsetMinutes) });
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const sign = minutes < 0 ? "-" : "+";
  return `${sign}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

function intervalText({ start, end }: Interval, words: DateWords): string {
  if (typeof end === "string") {
    const from = edgeText(start, words);
    return words(end === "open" ? "endOpen" : "endUnknown", { from });
  }
  if (typeof start === "string") {
    const to = momentText(end, words);
    return words(start === "open" ? "startOpen" : "startUnknown", { to });
  }
  return rangeText(start, end, words);
}

function edgeText(edge: Edge, words: DateWords): string {
  return typeof edge === "string" ? words("unknown") : momentText(edge, words);
}

/** Two plain dates share what they have in common ("6–7 March 2025"); any doubt spells both out. */
function rangeText(start: Moment, end: Moment, words: DateWords): string {
  return (
    sharedRange(start, end, words) ??
    words("range.fromTo", { from: momentText(start, words), to: momentText(end, words) })
  );
}

function sharedRange(start: Moment, end: Moment, words: DateWords): string | null {
  if (start.kind === "clock" || end.kind === "clock") return null;
  if (start.qualifier !== null || end.qualifier !== null || start.known !== end.known) return null;
  if (start.year !== end.year) {
    return start.known === "year" ? words("years", { from: String(start.year), to: String(end.year) }) : null;
  }
  const year = String(start.year);
  const [month, otherMonth] = [monthText(start.month, words), monthText(end.month, words)];
  if (start.known === "month" && start.month !== end.month) {
    return words("range.monthsOfYear", { from: month, to: otherMonth, year });
  }
  if (start.known === "day" && start.month !== end.month) {
    const days = { fromDay: String(start.day), toDay: String(end.day) };
    return words("range.daysOfYear", { ...days, fromMonth: month, toMonth: otherMonth, year });
  }
  if (start.known === "day" && start.day !== end.day) {
    return words("range.daysOfMonth", { from: String(start.day), to: String(end.day), month, year });
  }
  return calendarText(start, words); // both ends are the same date
}

function setText(choice: "one" | "all", members: readonly SetMember[], words: DateWords): string {
  const texts = members.map((member) => memberText(member, words));
  const last = texts.at(-1) ?? words("unknown");
  if (texts.length < 2) return last;
  const first = texts.slice(0, -1).reduce((head, next) => words("list.next", { first: head, next }));
  return words(choice === "one" ? "list.or" : "list.and", { first, last });
}

function memberText(member: SetMember, words: DateWords): string {
  if (member.kind === "single") return momentText(member.date, words);
  const { from, to } = member;
  if (from && to) return rangeText(from, to, words);
  if (from) return words("onOrAfter", { date: momentText(from, words) });
  return to ? words("onOrBefore", { date: momentText(to, words) }) : words("unknown");
}

function monthText(month: number, words: DateWords): string {
  return words(`month.${month}`);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
