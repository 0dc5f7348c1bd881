/** Names of countries in a language, by their two letters (ISO 3166-1), as the platform has them. */
export function countryNames(locale: string): (code: string) => string {
  const names = new Intl.DisplayNames([locale], { type: "region" });
  return (code) => names.of(code) ?? code;
}
