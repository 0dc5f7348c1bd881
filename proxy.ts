import { type NextRequest, NextResponse } from "next/server";
import { isDevelopment } from "#lib/platform/env-mode.ts";
import {
  contentSecurityPolicy,
  FIXED_HEADERS,
  freshNonce,
  NO_STORE,
} from "#lib/platform/response-headers.ts";

/**
 * Headers only. Nothing here decides who may see what: a proxy can be walked around, so every page and route asks for
 * itself. The nonce travels to the page in `x-nonce`, its own address in `x-path`, to which signing in leads back; headers
 * of those names sent from outside are overwritten.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.nextUrl.pathname.startsWith("/_next/static/")) return withFixedHeaders(NextResponse.next());
  const nonce = freshNonce();
  const policy = contentSecurityPolicy(nonce, isDevelopment ? "development" : "none");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", pathOf(request.nextUrl));
  headers.set("content-security-policy", policy);
  const response = withFixedHeaders(NextResponse.next({ request: { headers } }));
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

function withFixedHeaders(response: NextResponse): NextResponse {
  for (const [name, value] of Object.entries(FIXED_HEADERS)) response.headers.set(name, value);
  return response;
}

// Uploads pass by: a body that runs through the proxy is held in memory. Their route sets FIXED_HEADERS itself.
export const config = { matcher: ["/((?!api/testimonies/).*)"] };
