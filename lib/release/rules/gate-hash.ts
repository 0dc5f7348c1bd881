import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Decision } from "./decision.ts";
import type { GateSnapshot } from "./gate-snapshot.ts";

/** SHA-256, in lower-case hex, over the canonical JSON (RFC 8785) of a snapshot; the same for every order of its arrays. */
export const snapshotHash = (snapshot: GateSnapshot): string => hashOf(withSortedArrays(snapshot));

/** The same over a decision, whose rules are in order. */
export const decisionHash = (decision: Decision): string => hashOf(decision);

const hashOf = (value: unknown): string => createHash("sha256").update(canonicalText(value)).digest("hex");

/** Every array of a snapshot is a set. */
function withSortedArrays(value: unknown): unknown {
  if (Array.isArray(value)) {
    const texts = value.map((one) => canonicalText(withSortedArrays(one))).toSorted();
    return texts.map((text): unknown => JSON.parse(text));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withSortedArrays(one)]));
}

function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only JSON values can be hashed.");
  return text;
}
