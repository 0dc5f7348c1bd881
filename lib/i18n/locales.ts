/** The languages of the interface. The language of a record is its own matter and is never switched by this. */
export const LOCALES = ["en", "ar"] as const;
export type Locale = (typeof LOCALES)[number];
export type Direction = "ltr" | "rtl";

export const DEFAULT_LOCALE: Locale = "en";
export const LOCALE_COOKIE = "attest-locale";

/** Each language by its own name, so that a reader finds hers in a page she cannot read. */
export const LOCALE_NAMES: Record<Locale, string> = { en: "English", ar: "العربية" };

/**
 * The tag handed to `Intl`: day before month in English; in Arabic the month names used in Syria and, so that codes,
 * dates and counts read the same in both languages of a court file, Latin digits.
 */
export const FORMAT_TAGS: Record<Locale, string> = { en: "en-GB", ar: "ar-SY-u-nu-latn" };

const RTL_LANGUAGES = new Set([
  "ar",
  "arc",
  "aii",
  "ckb",
  "dv",
  "fa",
  "he",
  "ps",
  "sd",
  "syc",
  "syr",
  "ug",
  "ur",
  "yi",
]);
const RTL_SCRIPTS = /-(arab|hebr|syrc|thaa|nkoo)(-|$)/i;

/** True when `value` is a language of the interface. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The writing direction of an interface language. */
export function directionOf(locale: Locale): Direction {
  return directionOfLanguage(locale);
}

/** The writing direction of any BCP 47 language tag, for the text of a record; unknown tags read left to right. */
export function directionOfLanguage(tag: string): Direction {
  const primary = tag.toLowerCase().split("-")[0] ?? "";
  if (/-latn(-|$)/i.test(tag)) return "ltr";
  return RTL_LANGUAGES.has(primary) || RTL_SCRIPTS.test(tag) ? "rtl" : "ltr";
}

/**
 * The interface language of a request: the person's choice, else the best of what the browser asks for (RFC 9110
 * §12.5.4, quality values honoured), else English.
 */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters
        .map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1])
        .find((text) => text !== undefined);
      return {
        language: tag.toLowerCase().split("-")[0],
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  for (const { language } of wanted) if (isLocale(language)) return language;
  return DEFAULT_LOCALE;
}
