/** What comes in at the doors, bounded before it is read into anything. */
import { Invalid } from "#lib/core/refusals.ts";

const BODY_BYTES_MAX = 4_000_000;
const DEPTH_MAX = 12;

/** What a door reads of a request: one of the Fetch standard, or one that Node's server has just read the head of. */
export interface Incoming {
  readonly method: string;
  readonly headers: Pick<Headers, "get">;
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** The body is larger than it may be. */
export class BodyTooLarge extends Error {}

/**
 * Reads an object of JSON.
 * @throws Invalid `json_expected` for anything else, and for one nested too deep; BodyTooLarge
 */
export async function boundedJson(request: Incoming): Promise<Record<string, unknown>> {
  if (!isOfType(request, "application/json")) throw notJson();
  const body = parsed(await boundedText(request));
  if (typeof body !== "object" || body === null || Array.isArray(body) || isDeeper(body, DEPTH_MAX)) {
    throw notJson();
  }
  return { ...body };
}

/** Reads the fields of a plain form. @throws Invalid `form_expected`; BodyTooLarge */
export async function boundedForm(request: Incoming): Promise<URLSearchParams> {
  if (!isOfType(request, "application/x-www-form-urlencoded"))
    throw new Invalid([{ path: "", code: "form_expected" }]);
  return new URLSearchParams(await boundedText(request));
}

const isOfType = (request: Incoming, type: string): boolean =>
  request.headers.get("content-type")?.toLowerCase().startsWith(type) ?? false;

const notJson = () => new Invalid([{ path: "", code: "json_expected" }]);

/** Reads a text. @throws BodyTooLarge, Invalid where the other side hung up */
export async function boundedText(request: Incoming, bytesMax = BODY_BYTES_MAX): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > bytesMax) throw new BodyTooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    // Anything else means that the other side hung up: no fault of the program, and nobody is left to be told.
    throw error instanceof BodyTooLarge ? error : notJson();
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw notJson();
  }
}

/** Stops at the bound: a body of a million brackets must not be walked to its end. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
