/** Who asks, for every page and door. */
import { cache } from "react";
import { sessionInCookie } from "./session-cookie.ts";
import { maybeSignedIn, type SignedIn } from "./sessions.ts";

/** The person behind a request at a door, or null. */
export async function personAt({ headers }: { headers: Pick<Headers, "get"> }): Promise<SignedIn | null> {
  const sessionId = await sessionInCookie(headers.get("cookie"));
  return sessionId === null ? null : maybeSignedIn(sessionId);
}

/** The person behind the page that is made, or null; looked up once a request. */
export const currentPerson: () => Promise<SignedIn | null> = cache(async () => {
  const sessionId = await sessionInCookie();
  return sessionId === null ? null : maybeSignedIn(sessionId);
});
