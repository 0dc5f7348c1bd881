/** Who asks, for every page and handler; the one place that knows next-auth's session. */
import { getServerSession } from "next-auth";
import { cache } from "react";
import { authOptions } from "./options.ts";
import { maybeSignedIn, type SignedIn } from "./sessions.ts";

/** The person behind this request, or null; looked up once a request. */
export const currentPerson: () => Promise<SignedIn | null> = cache(async () => {
  const session: unknown = await getServerSession(authOptions());
  const sessionId = sessionIdOf(session);
  return sessionId === null ? null : maybeSignedIn(sessionId);
});

function sessionIdOf(session: unknown): string | null {
  const sid: unknown = typeof session === "object" && session !== null ? Reflect.get(session, "sid") : null;
  return typeof sid === "string" ? sid : null;
}
