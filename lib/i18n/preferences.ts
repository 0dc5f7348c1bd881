import type { Locale } from "./locales.ts";

/** The calendars in which a day is shown. Hijri is Umm al-Qura, always beside the Gregorian day and never instead of it. */
export const CALENDARS = ["gregorian", "hijri"] as const;
export type Calendar = (typeof CALENDARS)[number];

/** How a day is written: "7 Mar 2025", "07/03/2025", "2025-03-07". */
export const DATE_STYLES = ["words", "digits", "iso"] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

/** How days are shown. What is recorded (EDTF) is not touched by it. */
export interface DayStyle {
  readonly calendar: Calendar;
  readonly dateStyle: DateStyle;
}

/** How one person wants the program to speak and to show time. */
export interface Preferences extends DayStyle {
  /** Null: the language of this browser. */
  readonly locale: Locale | null;
  /** An IANA name; null for the zone of the record. */
  readonly timeZone: string | null;
  /** Shortcuts of one letter (WCAG 2.2, 2.1.4). Shortcuts with Ctrl stay. */
  readonly singleKeys: boolean;
}

export const DEFAULT_DAY_STYLE: DayStyle = { calendar: "gregorian", dateStyle: "words" };

export const DEFAULT_PREFERENCES: Preferences = {
  ...DEFAULT_DAY_STYLE,
  locale: null,
  timeZone: null,
  singleKeys: true,
};

/** True for a name of a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
