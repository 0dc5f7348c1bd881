"use client";

import { createContext, type ReactNode, use, useCallback, useMemo } from "react";
import { IntlProvider, useLocale, useTranslations } from "use-intl/react";
import { countText } from "./counted.ts";
import { DEFAULT_TIME_ZONE, type Formats, formatsFor } from "./format.ts";
import { DEFAULT_LOCALE, FORMAT_TAGS, isLocale, type Locale } from "./locales.ts";
import type { BrowserCatalogue, BrowserNamespace } from "./messages.ts";
import { DEFAULT_PREFERENCES, type Preferences } from "./preferences.ts";
import { missingMessage, reportMessageError, type Translate, untypedKeys } from "./translator.ts";

const PreferencesContext = createContext<Preferences>(DEFAULT_PREFERENCES);

/** Tells client islands how this person wants time shown and whether single keys act. Stands once, in the root layout. */
export function PreferencesProvider({ value, children }: { value: Preferences; children: ReactNode }) {
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

/** What this person chose for themselves, for client components. */
export function usePreferences(): Preferences {
  return use(PreferencesContext);
}

/** Gives client islands their words. Rendered once, by the root layout, through the provider of one language. */
export function MessagesProvider({
  locale,
  messages,
  children,
}: {
  locale: Locale;
  messages: BrowserCatalogue;
  children: ReactNode;
}) {
  return (
    <IntlProvider
      locale={FORMAT_TAGS[locale]}
      messages={messages}
      timeZone={DEFAULT_TIME_ZONE}
      onError={reportMessageError}
      getMessageFallback={missingMessage}
    >
      {children}
    </IntlProvider>
  );
}

/** One room's messages, for client components. */
export function useTranslator(namespace: BrowserNamespace): Translate {
  return untypedKeys(useTranslations(namespace));
}

/** The messages of every room that browsers have, by full key (`dates.invalid.season`), for keys that a server's answer names. */
export function useCatalogue(): Translate {
  return untypedKeys(useTranslations());
}

/** The interface language, for client components. */
export function useInterfaceLocale(): Locale {
  const primary = useLocale().split("-")[0];
  return isLocale(primary) ? primary : DEFAULT_LOCALE;
}

/** Dates, numbers and lists as this person wants them, for client components. */
export function useFormats(timeZone?: string): Formats {
  const locale = useInterfaceLocale();
  const preferences = usePreferences();
  return useMemo(
    () => formatsFor(locale, timeZone ?? preferences.timeZone ?? undefined, preferences),
    [locale, timeZone, preferences],
  );
}

/** Writes a number that was counted up to a bound: "10,000+". For client components. */
export function useCountText(): (count: number) => string {
  const t = useTranslator("common");
  const formats = useFormats();
  return useCallback((count) => countText(count, formats, t), [t, formats]);
}

/** Names a BCP 47 tag; `und` is a language that nobody stated. For client components. */
export function useLanguageName(): (tag: string) => string {
  const t = useTranslator("common");
  const formats = useFormats();
  return useCallback((tag) => (tag === "und" ? t("languageNotStated") : formats.language(tag)), [t, formats]);
}
