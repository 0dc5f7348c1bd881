import { type NextRequest, NextResponse } from "next/server";
import { isDevelopment } from "#lib/platform/env-mode.ts";
import { contentSecurityPolicy, freshNonce, NO_STORE } from "#lib/platform/response-headers.ts";

const NOT_NOW = 503;

/**
 * The headers of a page that are fresh for each answer; the fixed ones are in next.config.ts. Nothing here decides who may
 * see what: a proxy can be walked around, so every page and route asks for itself. The nonce travels to the page in
 * `x-nonce`, its own address in `x-path`, to which signing in leads back; headers of those names sent from outside are
 * overwritten.
 */
export function proxy(request: NextRequest): NextResponse {
  // What a browser fetches by itself, in case somebody opens it next, would be on record as read: it asks again when they do.
  if (request.headers.get("sec-purpose")?.includes("prefetch") === true)
    return new NextResponse(null, { status: NOT_NOW, headers: { "cache-control": NO_STORE } });
  const nonce = freshNonce();
  const policy = contentSecurityPolicy(nonce, isDevelopment ? "development" : "none");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", pathOf(request.nextUrl));
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", NO_STORE);
  return response;
}

/** Path and filters, which hold ids and enums only; without what the router adds of its own. */
function pathOf({ pathname, searchParams }: URL): string {
  const sought = new URLSearchParams(searchParams);
  sought.delete("_rsc");
  return sought.size === 0 ? pathname : `${pathname}?${sought}`;
}

// Pages only. A body that runs through the proxy is held in memory, which is no place for a file that is handed in.
export const config = { matcher: ["/((?!api/|_next/static/).*)"] };
