import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./fonts.css";
import "./tokens.css";
import "./globals.css";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "#components/ui/providers.tsx";
import { SCHEME_KEY } from "#components/ui/scheme-key.ts";
import { directionOf } from "#lib/i18n/locales.ts";
import { PreferencesProvider } from "#lib/i18n/client.tsx";
import { Messages } from "#lib/i18n/provider.tsx";
import { requestLocale, requestPreferences, translator } from "#lib/i18n/server.ts";

// A title is seen in histories and task bars: pages put a code or a noun there, never a name or a place.
export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("common");
  const product = t("product");
  return {
    title: { default: product, template: `%s · ${product}` },
    robots: { index: false, follow: false },
    referrer: "no-referrer",
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, preferences] = await Promise.all([requestLocale(), requestPreferences()]);
  const nonce = (await headers()).get("x-nonce") ?? "";
  const direction = directionOf(locale);
  return (
    <html lang={locale} dir={direction} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" localStorageKey={SCHEME_KEY} />
      </head>
      <body>
        <Messages locale={locale}>
          <PreferencesProvider value={preferences}>
            <Providers nonce={nonce} direction={direction}>
              {children}
            </Providers>
          </PreferencesProvider>
        </Messages>
      </body>
    </html>
  );
}
