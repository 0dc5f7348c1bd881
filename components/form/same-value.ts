import { isEmptyValue } from "./read-value.ts";

/** Same in meaning: nothing is nothing, however it is written; references are their ids; keys have no order. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (isEmptyValue(a) && isEmptyValue(b)) return true;
  if (typeof a === "string" && typeof b === "string") return a.trim() === b.trim();
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSameValue(item, b[index]));
  }
  if (isPlain(a) && isPlain(b)) {
    if (typeof a["id"] === "string" && typeof b["id"] === "string") return a["id"] === b["id"];
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSameValue(a[key], b[key]));
  }
  return Object.is(a, b);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
