/** Who asks, for every page and handler. */
import { cache } from "react";
import { sessionInCookie } from "./session-cookie.ts";
import { maybeSignedIn, type SignedIn } from "./sessions.ts";

/** The person behind this request, or null; looked up once a request. */
export const currentPerson: () => Promise<SignedIn | null> = cache(async () => {
  const sessionId = await sessionInCookie();
  return sessionId === null ? null : maybeSignedIn(sessionId);
});
