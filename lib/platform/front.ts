/**
 * What is said of every answer, and who is turned away, before anything else has looked at a request: Next's own
 * redirects and refusals pass neither its configuration nor the proxy (bin/server.mjs).
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { FIXED_HEADERS, NO_STORE } from "./response-headers.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"];
/** Doors that bound what they read by themselves. A list of those that do: what is forgotten here is bounded. */
const BOUND_THEMSELVES = /^\/api\/(?:v1|drafts|preferences|testimonies|notices|seen|setup|locale)(?:\/|$)/;
/** A name, a password and a token; pages take nothing at all. */
const BODY_BYTES_MAX = 65_536;
/** Doors that end a session: the browser drops what it holds of it. */
const GOING = ["/api/auth/signout", "/api/leave"];
/** RFC 6797; two years, as the lists of browsers ask for. */
const HTTPS_ONLY = "max-age=63072000; includeSubDomains";

/**
 * Sets what every answer carries, and answers what goes no further.
 * @param isHttps whether people reach the program by https
 * @returns true when the request has its answer
 */
export function answeredInFront(
  request: IncomingMessage,
  response: ServerResponse,
  isHttps: boolean,
): boolean {
  const { method = "", url = "", headers } = request;
  for (const [name, value] of Object.entries(FIXED_HEADERS)) response.setHeader(name, value);
  // A browser believes it by https alone; an onion service and this machine itself have none.
  if (isHttps) response.setHeader("strict-transport-security", HTTPS_ONLY);
  // What Next serves from there says itself how long it may be kept, unless somebody said it before.
  if (!url.startsWith("/_next/static/")) response.setHeader("cache-control", NO_STORE);
  if (method === "POST" && GOING.includes(url)) response.setHeader("clear-site-data", '"cache"');

  if (!METHODS.includes(method)) {
    response.setHeader("allow", METHODS.join(", "));
    return turnedAway(request, response, 405);
  }
  if (BOUND_THEMSELVES.test(url)) return false;
  // Without a length it would have to be read to be measured.
  if (headers["transfer-encoding"] !== undefined) return turnedAway(request, response, 411);
  return Number(headers["content-length"] ?? 0) > BODY_BYTES_MAX && turnedAway(request, response, 413);
}

function turnedAway(request: IncomingMessage, response: ServerResponse, status: number): true {
  // The body is not waited for: whoever sends one without end is hung up on.
  response.writeHead(status, { connection: "close", "content-length": 0 }).end(() => request.destroy());
  return true;
}
