import { directionOf } from "#lib/i18n/locales.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";

/**
 * What is left on the screen after leaving at once: nothing. No page of the program, since each has its name, its icon and its
 * words; the headers of pages are set by the proxy.
 */
export async function GET() {
  const [locale, t] = await Promise.all([requestLocale(), translator("care")]);
  const html = `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${t("leave.blank")}</title>
<link rel="icon" href="data:,">
</head>
<body></body>
</html>
`;
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}
