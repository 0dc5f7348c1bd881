/** The one page that there is while the keys are locked: plain HTML, without a script, from nothing that is kept. */
import { directionOf, type Locale } from "#lib/i18n/locales.ts";
import { translatorFor } from "#lib/i18n/translate.ts";

/** What went wrong with the last try. */
export type LockedFault = "empty" | "wrong" | "fault" | "busy";

/** Colours as in app/tokens.css, of which nothing is served yet. */
const STYLE = `
  :root { color-scheme: light dark; --paper: #f6f4ee; --surface: #fffefb; --ink: #1d2423; --quiet: #5a5f58; --edge: #8b8575; --accent: #155052; --on-accent: #fffefb; --alarm: #8a281d; --alarm-soft: #fbeeec; }
  @media (prefers-color-scheme: dark) { :root { --paper: #161a1a; --surface: #1e2424; --ink: #ecebe4; --quiet: #b3b6ad; --edge: #8f9489; --accent: #8fc7c3; --on-accent: #10201f; --alarm: #f3b3a8; --alarm-soft: #3a211d; } }
  * { box-sizing: border-box; }
  body { margin: 0; min-block-size: 100dvh; display: grid; place-items: center; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.6 "IBM Plex Sans", "IBM Plex Sans Arabic", "Noto Sans Arabic", system-ui, sans-serif; }
  main { inline-size: min(26rem, 100%); background: var(--surface); border: 1px solid var(--edge); border-radius: 0.5rem; padding: 1.75rem; }
  h1 { margin: 0 0 0.5rem; font-size: 1.375rem; line-height: 1.3; }
  p { margin: 0 0 1.25rem; color: var(--quiet); }
  label { display: block; margin-block-end: 0.25rem; font-weight: 500; }
  input { inline-size: 100%; padding: 0.6rem 0.75rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: 0.25rem; }
  button { margin-block-start: 1rem; inline-size: 100%; padding: 0.65rem; font: inherit; font-weight: 500; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 0.25rem; cursor: pointer; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .fault { margin: 0 0 1rem; padding: 0.6rem 0.75rem; color: var(--alarm); background: var(--alarm-soft); border-radius: 0.25rem; }
  .language { margin: 1.25rem 0 0; text-align: center; }
  a { color: var(--accent); }
`;

/** @param nonce of the policy that the answer bears */
export function lockedPage(locale: Locale, nonce: string, fault: LockedFault | null): string {
  const t = translatorFor(locale, "locked");
  const other: Locale = locale === "ar" ? "en" : "ar";
  const words = fault === null ? "" : `<p class="fault" role="alert" id="fault">${escaped(t(fault))}</p>`;
  const wrong = fault === null ? "" : ' aria-invalid="true" aria-describedby="fault"';
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(t("title"))}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(t("title"))}</h1>
<p>${escaped(t("explain"))}</p>
${words}
<form method="post" action="/unlock">
<label for="passphrase">${escaped(t("passphrase"))}</label>
<input id="passphrase" name="passphrase" type="password" dir="auto" autocomplete="off" required autofocus${wrong}>
<button>${escaped(t("unlock"))}</button>
</form>
<p class="language"><a href="/?language=${other}" lang="${other}" hreflang="${other}">${escaped(t("otherLanguage"))}</a></p>
</main>
</body>
</html>
`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
