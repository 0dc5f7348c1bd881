import { cookies, headers } from "next/headers";
import { cache } from "react";
import { type Formats, formatsFor } from "./format.ts";
import { chooseLocale, type Locale, LOCALE_COOKIE } from "./locales.ts";
import type { Namespace } from "./messages.ts";
import { translatorFor } from "./translate.ts";
import type { Translate } from "./translator.ts";

/** The interface language of this request: the cookie, else Accept-Language. */
export const requestLocale: () => Promise<Locale> = cache(async () => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return chooseLocale(jar.get(LOCALE_COOKIE)?.value, sent.get("accept-language"));
});

/** One room's messages in the language of this request, for server components and route handlers. */
export async function translator(namespace: Namespace): Promise<Translate> {
  return translatorFor(await requestLocale(), namespace);
}

/** Dates, numbers and lists in the language of this request; the zone is an IANA name, Asia/Damascus unless given. */
export async function formats(timeZone?: string): Promise<Formats> {
  return formatsFor(await requestLocale(), timeZone);
}
