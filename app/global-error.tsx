"use client";

import "./fonts.css";
import "./globals.css";
import ar from "#lib/i18n/messages/ar/fault.json" with { type: "json" };
import en from "#lib/i18n/messages/en/fault.json" with { type: "json" };

/** Shown when even the layout fell over: no provider is left, so it speaks both languages. */
export default function GlobalError() {
  return (
    <html lang="en" dir="ltr">
      <head>
        <title>{en.title}</title>
      </head>
      <body>
        <main className="lone">
          <h1>{en.title}</h1>
          <p>{en.text}</p>
          <div lang="ar" dir="rtl">
            <h2>{ar.title}</h2>
            <p>{ar.text}</p>
          </div>
        </main>
      </body>
    </html>
  );
}
