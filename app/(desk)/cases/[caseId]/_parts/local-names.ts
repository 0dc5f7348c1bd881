import { requestLocale } from "#lib/i18n/server.ts";

/** Chooses between a record's name and its name in Arabic, by the language of this request. */
export async function localNames(): Promise<(name: string, nameAr: string | null) => string> {
  const locale = await requestLocale();
  return (name, nameAr) => (locale === "ar" && nameAr ? nameAr : name);
}
