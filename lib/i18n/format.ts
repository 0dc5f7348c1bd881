import { FORMAT_TAGS, type Locale } from "./locales.ts";

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
 * The formats of a language in a time zone (IANA name).
 * @throws RangeError when a value is not a date, or the zone does not exist.
 */
export function formatsFor(locale: Locale, timeZone: string = DEFAULT_TIME_ZONE): Formats {
  const key = `${locale}|${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const formats = makeFormats(locale, timeZone);
  made.set(key, formats);
  return formats;
}

function makeFormats(locale: Locale, timeZone: string): Formats {
  const tag = FORMAT_TAGS[locale];
  const dayLong = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
  const dayShort = new Intl.DateTimeFormat(tag, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const instantDay = new Intl.DateTimeFormat(tag, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone,
  });
  const time = new Intl.DateTimeFormat(tag, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  const instant = new Intl.DateTimeFormat(tag, {
    day: "numeric",
    month: "short",
    year: "numeric",
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
    day: (value) => dayLong.format(asDay(value)),
    dayShort: (value) => dayShort.format(asDay(value)),
    instant: (value) => instant.format(asMoment(value)),
    instantDay: (value) => instantDay.format(asMoment(value)),
    time: (value) => time.format(asMoment(value)),
    number: (value) => number.format(value),
    share: (value) => share.format(value),
    bytes: (sizeBytes) => bytesText(tag, sizeBytes),
    list: (items) => list.format(items),
    language: (languageTag) => languageName(languages, languageTag),
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
