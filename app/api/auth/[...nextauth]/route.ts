import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "#lib/auth/options.ts";
import { sessionInCookie } from "#lib/auth/session-cookie.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes; the options are built at the first request, as they need the key file. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  const current = await sessionInCookie(request.headers.get("cookie"));
  const answer: unknown = await NextAuth(request, context, authOptions(current));
  return asResponse(answer);
}

/** Guarantee: with a route handler's request, next-auth answers with a Response. */
function asResponse(answer: unknown): Response {
  return answer as Response;
}

export { handle as GET, handle as POST };
