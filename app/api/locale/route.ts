import { isLocale, LOCALE_COOKIE } from "#lib/i18n/locales.ts";

const ONE_YEAR_S = 31_536_000;

/** Keeps the person's interface language in a cookie and goes back to the page she came from. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const locale = form.get("locale");
  if (!isLocale(locale)) return new Response(null, { status: 400 });
  const secure = new URL(request.url).protocol === "https:" ? "; Secure" : "";
  return new Response(null, {
    status: 303,
    headers: {
      location: pathWithin(form.get("to"), request.url),
      "set-cookie": `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${ONE_YEAR_S}; SameSite=Lax; HttpOnly${secure}`,
    },
  });
}

/** A path on this site, whatever was sent: `//elsewhere`, `/\elsewhere` and full addresses lead to the start page. */
function pathWithin(to: FormDataEntryValue | null, base: string): string {
  if (typeof to !== "string" || !to.startsWith("/") || !URL.canParse(to, base)) return "/";
  const target = new URL(to, base);
  if (target.origin !== new URL(base).origin) return "/";
  return target.pathname + target.search;
}
