/** The door of leaving at once: whoever is signed in is out, and what is shown next says nothing. */
import { endSession } from "#lib/accounts/commands/end-session.ts";
import { personAt } from "#lib/auth/current-caller.ts";
import { execute } from "#lib/core/execute.ts";
import { readEnv } from "#lib/platform/env.ts";
import { logFault } from "#lib/platform/log.ts";
import { mustComeFromOurPages } from "./door.ts";
import { problemResponse } from "./problem.ts";

/** An empty page that bears no name. */
const BLANK = "/blank";
const COOKIE = "next-auth.session-token";

/**
 * Ends the session of this browser, removes its cookie and leads to the empty page. Without a session, and where it cannot be
 * ended just now, it leads there all the same: the person has gone. What the browser holds in its cache is cleared with
 * the same answer (lib/platform/front.ts).
 */
export async function quickExitDoor(request: Request): Promise<Response> {
  try {
    mustComeFromOurPages(request);
  } catch (error) {
    return problemResponse(error);
  }
  try {
    const person = await personAt(request);
    if (person !== null) await execute(endSession, person.caller, { everywhere: false });
  } catch (error) {
    logFault(error);
  }
  return new Response(null, { status: 303, headers: { location: BLANK, "set-cookie": noSession() } });
}

/** By the settings, as next-auth names it; a cookie is removed under the attributes that it was set with. */
function noSession(): string {
  const isHttps = new URL(readEnv().url).protocol === "https:";
  const name = isHttps ? `__Secure-${COOKIE}` : COOKIE;
  return `${name}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly${isHttps ? "; Secure" : ""}`;
}
