import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { ALGORITHM_VERSION } from "../vocabulary.ts";
import type { FacetEvidence } from "./ceiling.ts";
import { compareIds } from "./clusters.ts";
import type { EvidenceItem } from "./quality.ts";

/**
 * SHA-256, in lower-case hex, over the canonical JSON (RFC 8785) of all that a ceiling was computed from and of the
 * algorithm's version. The same for every order of items, stances, edges and their ends, and for repeated edges: two
 * equal hashes mean that the ceiling need not be computed again.
 */
export function hashOfInputs(evidence: FacetEvidence): string {
  const inputs = {
    algorithmVersion: ALGORITHM_VERSION,
    facet: evidence.facet,
    items: sortedDistinct(evidence.items.map(whatIsWeighed)),
    hardEdges: sortedDistinct(
      evidence.hardEdges.map(({ kind, between }) => ({ kind, between: sortedDistinct(between) })),
    ),
    softEdges: sortedDistinct(
      evidence.softEdges.map(({ kind, between, tenths }) => ({
        kind,
        between: sortedDistinct(between),
        tenths,
      })),
    ),
  };
  return createHash("sha256").update(canonicalText(inputs)).digest("hex");
}

/** Only what the rules look at: anything else a caller keeps with an item stays out of the hash. */
function whatIsWeighed(item: EvidenceItem): Record<string, unknown> {
  const { id, type, basis, plausibility, reliability, identification, countBasis } = item;
  const { stances, withdrawn, contradictionResolved } = item;
  const grades = { id, type, basis, plausibility, reliability, identification, countBasis };
  const states = { stances: sortedDistinct(stances), withdrawn, contradictionResolved };
  switch (item.type) {
    case "media": {
      const { rank, condition, showsActItself } = item;
      return { ...grades, ...states, rank, condition, showsActItself };
    }
    case "document":
    case "medical_record":
      return { ...grades, ...states, authenticity: item.authenticity };
    case "testimony":
    case "published_account":
    case "count_claim":
      return { ...grades, ...states };
  }
}

function sortedDistinct(values: readonly unknown[]): unknown[] {
  const byText = new Map(values.map((value) => [canonicalText(value), value]));
  return [...byText].toSorted(([a], [b]) => compareIds(a, b)).map(([, value]) => value);
}

function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only JSON values can be hashed.");
  return text;
}
