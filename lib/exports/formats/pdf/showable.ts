import { readFileSync } from "node:fs";
import { characterMap, readSfnt } from "../text-layer/sfnt.ts";
import { fontPaths, type FontFamily } from "./fonts.ts";

/** Makes a text fit for the page; see {@link showableText}. */
export type Showable = (text: string) => string;

/** Kept although they have no shape: joiners that Arabic and Persian spelling needs, and plain direction marks. */
const KEPT = new Set(["\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\n"]);
/** Without any shape or effect that a reader of paper could miss: left out. */
const DROPPED = /\u00ad|\u034f|\u180e|\u200b|\u2060|[\ufe00-\ufe0f]|\ufeff|\r/gu;
/** Longer runs without a place to break would leave their column. */
const unbroken = /[!-~]{30}(?=[!-~])/g;

/**
 * How texts are shown on the page with these fonts. A character without a shape in them, and every control character
 * that could reorder the line (so that a page never reads other than its text), is shown as `[U+202E]`; the exact text
 * stands in the other files of the export. A text that is mostly of such characters is replaced by a note.
 * @param root the project's folder, below which the fonts lie
 * @param unshowable the note
 */
export function showableText(root: string, families: readonly FontFamily[], unshowable: string): Showable {
  const covered = new Set<number>();
  for (const family of families) {
    const [regular] = fontPaths(root, family);
    if (regular) for (const code of characterMap(readSfnt(readFileSync(regular))).keys()) covered.add(code);
  }
  const isCovered = (sign: string) =>
    KEPT.has(sign) || (covered.has(sign.codePointAt(0) ?? 0) && !/[\p{Cc}\p{Cf}]/u.test(sign));
  return (text) => {
    const signs = [
      ...text.replaceAll(/\t|\u2028|\u2029/g, (sign) => (sign === "\t" ? " " : "\n")).replaceAll(DROPPED, ""),
    ];
    const foreign = signs.filter((sign) => !isCovered(sign));
    if (foreign.length > 12 && foreign.length * 4 > signs.length) return unshowable;
    const shown =
      foreign.length === 0
        ? signs.join("")
        : signs.map((sign) => (isCovered(sign) ? sign : unicodeNumber(sign))).join("");
    return shown.replaceAll(unbroken, "$&\u200b");
  };
}

function unicodeNumber(sign: string): string {
  return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
}

/** Applies a change to every text of a plain value; keys stay. */
export function mapTexts<T>(value: T, change: Showable): T {
  return mapped(value, change) as T; // the same shape, as only texts are replaced by texts
}

function mapped(value: unknown, change: Showable): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapped(item, change)]));
}
