import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions, type Browser } from "#lib/auth/options.ts";
import { sessionInCookie } from "#lib/auth/session-cookie.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes; the options are built at the first request, as they need the key file. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  const cookies = request.headers.get("cookie");
  const browser: Browser = { current: await sessionInCookie(cookies), cookies, knownBy: null };
  const answer = asResponse(await NextAuth(request, context, await authOptions(browser)));
  if (browser.knownBy !== null) answer.headers.append("set-cookie", browser.knownBy);
  return answer;
}

/** Guarantee: with a route handler's request, next-auth answers with a Response. */
function asResponse(answer: unknown): Response {
  return answer as Response;
}

export { handle as GET, handle as POST };
