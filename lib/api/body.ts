/** What comes in at the doors, bounded before it is read into anything. */
import { Invalid } from "#lib/core/refusals.ts";

const BODY_BYTES_MAX = 4_000_000;
const DEPTH_MAX = 12;

/** The body is larger than it may be. */
export class BodyTooLarge extends Error {}

/**
 * Reads an object of JSON.
 * @throws Invalid `json_expected` for anything else, and for one nested too deep; BodyTooLarge
 */
export async function boundedJson(request: Request): Promise<Record<string, unknown>> {
  if (!isOfType(request, "application/json")) throw notJson();
  const body = parsed(await boundedText(request));
  if (typeof body !== "object" || body === null || Array.isArray(body) || isDeeper(body, DEPTH_MAX)) {
    throw notJson();
  }
  return { ...body };
}

/** Reads the fields of a plain form. @throws Invalid `form_expected`; BodyTooLarge */
export async function boundedForm(request: Request): Promise<URLSearchParams> {
  if (!isOfType(request, "application/x-www-form-urlencoded"))
    throw new Invalid([{ path: "", code: "form_expected" }]);
  return new URLSearchParams(await boundedText(request));
}

const isOfType = (request: Request, type: string): boolean =>
  request.headers.get("content-type")?.toLowerCase().startsWith(type) ?? false;

const notJson = () => new Invalid([{ path: "", code: "json_expected" }]);

async function boundedText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_BYTES_MAX) throw new BodyTooLarge();
    chunks.push(chunk);
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
