"use client";

import { IconLanguage } from "@tabler/icons-react";
import { usePathname } from "next/navigation";
import { useInterfaceLocale, useTranslator } from "#lib/i18n/client.tsx";
import { directionOf, LOCALE_NAMES, LOCALES } from "#lib/i18n/locales.ts";
import classes from "./shell.module.css";

/** One button for each other language, written in that language. Works without script; then it returns to the path without its filters. */
export function LanguageSwitch() {
  const t = useTranslator("ui");
  const current = useInterfaceLocale();
  const path = usePathname();
  return (
    <>
      {LOCALES.filter((locale) => locale !== current).map((locale) => (
        <form
          key={locale}
          method="post"
          action="/api/locale"
          onSubmit={(event) => returnHere(event.currentTarget)}
        >
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="to" defaultValue={path} />
          <button
            type="submit"
            className={classes.quietButton}
            aria-label={t("shell.switchTo", { language: LOCALE_NAMES[locale] })}
          >
            <IconLanguage size={18} stroke={1.6} aria-hidden className={classes.sideIcon} />
            <bdi lang={locale} dir={directionOf(locale)}>
              {LOCALE_NAMES[locale]}
            </bdi>
          </button>
        </form>
      ))}
    </>
  );
}

function returnHere(form: HTMLFormElement): void {
  const to = form.elements.namedItem("to");
  if (to instanceof HTMLInputElement) to.value = window.location.pathname + window.location.search;
}
