/**
 * Cursors of lists. They stand in addresses, which histories and logs keep, and a sort key may be a title or a name: so
 * they are sealed with a key of this process. After a restart an old one leads to the first page.
 */
import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { z } from "zod";
import { decrypt, encrypt } from "#lib/platform/keys.ts";

export interface Cursor {
  key: string;
  id: string;
}

// On globalThis, because pages and route handlers may load this module apart from each other.
const shelf = globalThis as unknown as { attestCursorKey?: KeyObject };
const CONTEXT = "cursor";

function cursorKey(): KeyObject {
  shelf.attestCursorKey ??= createSecretKey(randomBytes(32));
  return shelf.attestCursorKey;
}

export const encodeCursor = ({ key, id }: Cursor): string =>
  encrypt(cursorKey(), CONTEXT, Buffer.from(JSON.stringify([key, id])));

/** Null for text that is no cursor of this process: the caller then sees the first page. */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  try {
    const parsed: unknown = JSON.parse(decrypt(cursorKey(), CONTEXT, text).toString("utf8"));
    const [key, id] = z.tuple([z.string(), z.string()]).parse(parsed);
    return { key, id };
  } catch {
    return null;
  }
}
