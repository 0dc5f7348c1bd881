import { cookies, headers } from "next/headers";
import { cache } from "react";
import { currentPerson } from "#lib/auth/current-caller.ts";
import { countText } from "./counted.ts";
import { type Formats, formatsFor } from "./format.ts";
import { chooseLocale, type Locale, LOCALE_COOKIE } from "./locales.ts";
import type { Namespace } from "./messages.ts";
import { DEFAULT_PREFERENCES, type Preferences } from "./preferences.ts";
import { translatorFor } from "./translate.ts";
import type { Translate } from "./translator.ts";

/** What the signed-in person chose for themselves; the defaults for everyone else, and where nobody can be looked up. */
export const requestPreferences: () => Promise<Preferences> = cache(async () => {
  const person = await currentPerson().catch(() => null);
  return person?.preferences ?? DEFAULT_PREFERENCES;
});

/** The interface language of this request: the person's own choice, else the browser's cookie, else Accept-Language. */
export const requestLocale: () => Promise<Locale> = cache(async () => {
  const [jar, sent, { locale }] = await Promise.all([cookies(), headers(), requestPreferences()]);
  if (locale !== null) return locale;
  return chooseLocale(jar.get(LOCALE_COOKIE)?.value, sent.get("accept-language"));
});

/** One room's messages in the language of this request, for server components and route handlers. */
export async function translator(namespace: Namespace): Promise<Translate> {
  return translatorFor(await requestLocale(), namespace);
}

/** Dates, numbers and lists as this person wants them; the zone is an IANA name, the person's own unless given. */
export async function formats(timeZone?: string): Promise<Formats> {
  const [locale, preferences] = await Promise.all([requestLocale(), requestPreferences()]);
  return formatsFor(locale, timeZone ?? preferences.timeZone ?? undefined, preferences);
}

/** Writes numbers that were counted up to a bound: "10,000+". */
export async function counts(): Promise<(count: number) => string> {
  const [format, t] = await Promise.all([formats(), translator("common")]);
  return (count) => countText(count, format, t);
}
