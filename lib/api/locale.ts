/** The door of the interface language. Everyone has it, signed in or not. */
import { setProfile } from "#lib/accounts/commands/set-profile.ts";
import { currentPerson } from "#lib/auth/current-caller.ts";
import { execute } from "#lib/core/execute.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { isLocale, LOCALE_COOKIE } from "#lib/i18n/locales.ts";
import { readEnv } from "#lib/platform/env.ts";
import { boundedForm } from "./body.ts";
import { mustComeFromOurPages } from "./door.ts";
import { problemResponse } from "./problem.ts";

const ONE_YEAR_S = 31_536_000;

/**
 * Keeps the language in a cookie, which is all that a signed-out browser has, and in the profile of whoever is signed in,
 * so that it follows them; goes back to the page they came from.
 */
export async function localeDoor(request: Request): Promise<Response> {
  try {
    const form = await boundedForm(request);
    const locale = form.get("locale");
    if (!isLocale(locale)) throw new Invalid([{ path: "locale", code: "bad_choice" }]);
    const person = await currentPerson();
    if (person !== null) {
      mustComeFromOurPages(request);
      await execute(setProfile, person.caller, { locale });
    }
    // By the settings: what a request says of how it came, anybody can write.
    const secure = new URL(readEnv().url).protocol === "https:" ? "; Secure" : "";
    return new Response(null, {
      status: 303,
      headers: {
        location: pathWithin(form.get("to"), request.url),
        "set-cookie": `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${ONE_YEAR_S}; SameSite=Lax; HttpOnly${secure}`,
      },
    });
  } catch (error) {
    return problemResponse(error);
  }
}

/**
 * A path on this site, whatever was sent: `//elsewhere`, `/\elsewhere`, what becomes one of them once its dots are followed
 * (`/.//elsewhere`), and full addresses lead to the start page.
 */
export function pathWithin(to: string | null, base: string): string {
  if (to === null || !to.startsWith("/") || !URL.canParse(to, base)) return "/";
  const target = new URL(to, base);
  if (target.origin !== new URL(base).origin || target.pathname.startsWith("//")) return "/";
  return target.pathname + target.search;
}
