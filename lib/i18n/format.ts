import { FORMAT_TAGS, type Locale } from "./locales.ts";
import { DEFAULT_DAY_STYLE, type DayStyle } from "./preferences.ts";

/** Where the record takes place; an instant is shown in this zone unless a page says otherwise. */
export const DEFAULT_TIME_ZONE = "Asia/Damascus";

type Moment = Date | number | string;

/** The only place where a date, number or list becomes text. */
export interface Formats {
  readonly locale: Locale;
  readonly timeZone: string;
  /** A calendar day, `YYYY-MM-DD`: "7 March 2025". No time zone can move it. */
  day(value: string): string;
  /** A calendar day in short: "7 Mar 2025". */
  dayShort(value: string): string;
  /** An instant (Date, epoch milliseconds or RFC 3339 text): "7 Mar 2025, 04:30". */
  instant(value: Moment): string;
  /** The calendar day on which an instant falls in the zone: "7 Mar 2025". */
  instantDay(value: Moment): string;
  /** The Hijri day (Umm al-Qura) that begins before a calendar day does: "7 Ramadan 1446 AH"; null where the person wants none. */
  hijri(value: string): string | null;
  /** The time of day of an instant: "04:30". */
  time(value: Moment): string;
  number(value: number): string;
  /** A share from 0 to 1: "45%". */
  share(value: number): string;
  /** A file size in bytes: "1.2 MB" (decimal prefixes, as on disk labels). */
  bytes(sizeBytes: number): string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
  /** The name of a language tag: "Arabic"; an unknown tag is shown as it is. */
  language(tag: string): string;
}

const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;
const made = new Map<string, Formats>();

/**
 * The formats of a language in a time zone (IANA name), with days written as a person wants them.
 * @throws RangeError when a value is not a date, or the zone does not exist.
 */
export function formatsFor(
  locale: Locale,
  timeZone: string = DEFAULT_TIME_ZONE,
  style: DayStyle = DEFAULT_DAY_STYLE,
): Formats {
  const key = `${locale}|${timeZone}|${style.calendar}|${style.dateStyle}`;
  const known = made.get(key);
  if (known) return known;
  const formats = makeFormats(locale, timeZone, style);
  made.set(key, formats);
  return formats;
}

function makeFormats(locale: Locale, timeZone: string, style: DayStyle): Formats {
  const tag = FORMAT_TAGS[locale];
  const utc = dayWriter(tag, "UTC", style);
  const local = dayWriter(tag, timeZone, style);
  const time = new Intl.DateTimeFormat(tag, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  const number = new Intl.NumberFormat(tag);
  const share = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(tag, { type: "conjunction" });
  const languages = new Intl.DisplayNames(tag, { type: "language" });
  return {
    locale,
    timeZone,
    day: (value) => utc.long(asDay(value)),
    dayShort: (value) => utc.short(asDay(value)),
    instant: (value) => local.withTime(asMoment(value)),
    instantDay: (value) => local.short(asMoment(value)),
    hijri: (value) => utc.hijri(asDay(value)),
    time: (value) => time.format(asMoment(value)),
    number: (value) => number.format(value),
    share: (value) => share.format(value),
    bytes: (sizeBytes) => bytesText(tag, sizeBytes),
    list: (items) => list.format(items),
    language: (languageTag) => languageName(languages, languageTag),
  };
}

/** Writes the day of a moment in one zone; with the Hijri day in brackets behind it where that is wanted. */
function dayWriter(tag: string, timeZone: string, { calendar, dateStyle }: DayStyle) {
  const make = (options: Intl.DateTimeFormatOptions, locale = tag) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone });
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const numbers = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
  const short = { day: "numeric", month: "short", year: "numeric" } as const;
  const umm = make({ ...short, month: "long", calendar: "islamic-umalqura" });
  const hijri = (at: Date): string | null => (calendar === "hijri" ? umm.format(at) : null);
  const beside = (text: string, at: Date): string => {
    const other = hijri(at);
    return other === null ? text : `${text} (${other})`;
  };
  const writers = {
    words: { long: make({ dateStyle: "long" }), short: make(short), withTime: make({ ...short, ...clock }) },
    digits: { long: make(numbers), short: make(numbers), withTime: make({ ...numbers, ...clock }) },
    // The only locale whose digits and order are those of ISO 8601; its clock has a comma that ISO has not.
    iso: {
      long: make(numbers, "en-CA"),
      short: make(numbers, "en-CA"),
      withTime: make({ ...numbers, ...clock }, "en-CA"),
    },
  }[dateStyle];
  const plain = (text: string): string => (dateStyle === "iso" ? text.replace(",", "") : text);
  return {
    hijri,
    long: (at: Date) => beside(writers.long.format(at), at),
    short: (at: Date) => beside(writers.short.format(at), at),
    withTime: (at: Date) => beside(plain(writers.withTime.format(at)), at),
  };
}

function asDay(value: string): Date {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new RangeError("not a calendar day");
  return new Date(`${value}T00:00:00Z`);
}

function asMoment(value: Moment): Date {
  return value instanceof Date ? value : new Date(value);
}

function bytesText(tag: string, sizeBytes: number): string {
  let size = sizeBytes;
  let step = 0;
  while (size >= 1000 && step < BYTE_UNITS.length - 1) {
    size /= 1000;
    step += 1;
  }
  const unit = BYTE_UNITS[step] ?? "byte";
  const maximumFractionDigits = step === 0 || size >= 100 ? 0 : 1;
  return new Intl.NumberFormat(tag, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits,
  }).format(size);
}

function languageName(languages: Intl.DisplayNames, tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag; // A record may carry a tag that Intl refuses; it is shown, not hidden.
  }
}
