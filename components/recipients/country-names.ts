import { COUNTRIES } from "#lib/recipients/words.ts";

/** Names of countries in a language, by their two letters (ISO 3166-1), as the platform has them. */
export function countryNames(locale: string): (code: string) => string {
  const names = new Intl.DisplayNames([locale], { type: "region" });
  return (code) => names.of(code) ?? code;
}

/** All countries by their names in a language, as options of a list. */
export function countryOptions(locale: string) {
  const nameOf = countryNames(locale);
  return COUNTRIES.map((value) => ({ value, label: nameOf(value) })).toSorted((a, b) =>
    a.label.localeCompare(b.label, locale),
  );
}
