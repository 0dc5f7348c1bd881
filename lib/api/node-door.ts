/**
 * The JSON doors straight on Node's server, before Next has looked at a request (bin/server.mjs): the same doors as the
 * route handlers under app/api/v1, with the same headers. Next's way through its router and two streams takes longer than
 * most questions do.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { API_HEADERS, FIXED_HEADERS } from "#lib/platform/response-headers.ts";
import type { Incoming } from "./body.ts";
import { type Answer, commandAnswer, queryAnswer } from "./door.ts";

const DOOR = /^\/api\/v1\/(ask\/)?([A-Za-z]+\.[A-Za-z]+)$/;
/** Shorter answers grow or hardly shrink. */
const COMPRESSED_BYTES_MIN = 1_024;

const compressed = promisify(gzip);

/**
 * Answers a request to a JSON door. Never rejects.
 * @returns false, having done nothing, when the request is for something else
 */
export function answerAtDoor(request: IncomingMessage, response: ServerResponse): boolean {
  const [, isQuestion, name] = DOOR.exec(request.url ?? "") ?? [];
  if (request.method !== "POST" || name === undefined) return false;
  const answer = (isQuestion ? queryAnswer : commandAnswer)(name, incoming(request));
  answer
    .then((found) => send(found, request, response))
    // The other side has gone away: nobody is left to be told.
    .catch(() => response.destroy());
  return true;
}

function incoming(request: IncomingMessage): Incoming {
  const get = (name: string): string | null => {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(", ") : (value ?? null);
  };
  // Left before its end, the request must stay open: the answer goes back on the same connection.
  const body = { [Symbol.asyncIterator]: () => request.iterator({ destroyOnReturn: false }) };
  return { method: request.method ?? "", headers: { get }, body };
}

async function send(
  { status, type, text }: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const plain = Buffer.from(text);
  const isLong = plain.byteLength >= COMPRESSED_BYTES_MIN;
  const isCompressed = isLong && /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const body = isCompressed ? await compressed(plain) : plain;
  response.writeHead(status, {
    ...HEADERS,
    "content-type": type,
    "content-length": body.byteLength,
    ...(isLong ? { vary: "accept-encoding" } : {}),
    ...(isCompressed ? { "content-encoding": "gzip" } : {}),
  });
  response.end(body);
  // What was not read of a body is in the way of the next request on the connection.
  request.resume();
}

const HEADERS = { ...FIXED_HEADERS, ...API_HEADERS };

/** Where bin/server.mjs finds the doors, which are built together with the pages. */
export function openDoors(): void {
  (globalThis as { attestDoors?: typeof answerAtDoor }).attestDoors = answerAtDoor;
}
