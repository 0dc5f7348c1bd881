"use client";

import "./fonts.css";
import "./globals.css";
import ar from "#lib/i18n/messages/ar/ui.json" with { type: "json" };
import en from "#lib/i18n/messages/en/ui.json" with { type: "json" };

/** Shown when even the layout fell over: no provider is left, so it speaks both languages. */
export default function GlobalError() {
  return (
    <html lang="en" dir="ltr">
      <head>
        <title>{en.pageError.title}</title>
      </head>
      <body>
        <main className="lone">
          <h1>{en.pageError.title}</h1>
          <p>{en.pageError.text}</p>
          <div lang="ar" dir="rtl">
            <h2>{ar.pageError.title}</h2>
            <p>{ar.pageError.text}</p>
          </div>
        </main>
      </body>
    </html>
  );
}
