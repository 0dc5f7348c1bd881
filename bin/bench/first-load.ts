/** What a browser loads of JavaScript before a page is awake. */
import { gzipSync } from "node:zlib";

/** Bytes, compressed. */
export const FIRST_LOAD_MAX = 300_000;

/**
 * All scripts that a page's HTML names; what it loads later, when needed, is not counted, nor what is marked `nomodule`,
 * which no browser fetches that knows modules (WHATWG HTML §4.12.1).
 */
export function scriptsIn(html: string): string[] {
  const tags = [...html.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/\snomodule\b/i.test(tag),
  );
  return [...new Set(tags.map(([, src]) => src ?? ""))];
}

/** The bytes of a file as it travels. */
export const compressed = (file: ArrayBuffer | Uint8Array): number => gzipSync(file).byteLength;
