import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { ALGORITHM_VERSION, ALGORITHM_VERSIONS } from "../vocabulary.ts";
import type { FacetEvidence } from "./ceiling.ts";
import { compareIds } from "./clusters.ts";
import type { EvidenceItem } from "./quality.ts";
import { edgesOfTraits, type SharedTrait } from "./shared-traits.ts";

/**
 * SHA-256, in lower-case hex, over the canonical JSON (RFC 8785) of all that a ceiling was computed from and of the
 * algorithm's version. The same for every order of items, stances, edges and their ends, and for repeated edges: two
 * equal hashes mean that the ceiling need not be computed again.
 */
export function hashOfInputs(evidence: FacetEvidence): string {
  const { algorithmVersion = ALGORITHM_VERSION, traits = [] } = evidence;
  // The first version knew pairs alone: what is stored under it compares with what was stored before.
  const isFirst = algorithmVersion === ALGORITHM_VERSIONS[0];
  const pairs = isFirst ? [...evidence.softEdges, ...edgesOfTraits(traits)] : evidence.softEdges;
  const softEdges = pairs.map(({ kind, between, tenths }) => edgeText(between, kind, tenths));
  const hardEdges = evidence.hardEdges.map(({ kind, between }) => edgeText(between, kind));
  const items = evidence.items.map((item) => canonicalText(whatIsWeighed(item)));
  // Written out in the order of RFC 8785, as a facet of many witnesses has tens of thousands of edges.
  const inputs = [
    `"algorithmVersion":${canonicalText(algorithmVersion)}`,
    `"facet":${canonicalText(evidence.facet)}`,
    `"hardEdges":[${sortedDistinctTexts(hardEdges).join(",")}]`,
    `"items":[${sortedDistinctTexts(items).join(",")}]`,
    `"softEdges":[${sortedDistinctTexts(softEdges).join(",")}]`,
    ...(isFirst ? [] : [`"traits":[${sortedDistinctTexts(traits.map(traitText)).join(",")}]`]),
  ];
  return createHash("sha256")
    .update(`{${inputs.join(",")}}`)
    .digest("hex");
}

function edgeText(between: readonly [string, string], kind: string, tenths?: number): string {
  const ends = sortedDistinctTexts(between.map(canonicalText)).join(",");
  const strength = tenths === undefined ? "" : `,"tenths":${canonicalText(tenths)}`;
  return `{"between":[${ends}],"kind":${canonicalText(kind)}${strength}}`;
}

function traitText({ kind, tenths, bearers, touched, except }: SharedTrait): string {
  const ends = (ids: readonly string[]) => `[${sortedDistinctTexts(ids.map(canonicalText)).join(",")}]`;
  const pairs = sortedDistinctTexts(except.map((pair) => ends(pair))).join(",");
  return `{"bearers":${ends(bearers)},"except":[${pairs}],"kind":${canonicalText(kind)},"tenths":${tenths},"touched":${ends(touched)}}`;
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

function sortedDistinct<T>(values: readonly T[]): T[] {
  const byText = new Map(values.map((value) => [canonicalText(value), value]));
  return sortedDistinctTexts([...byText.keys()]).flatMap((text) => byText.get(text) ?? []);
}

function sortedDistinctTexts(texts: readonly string[]): string[] {
  return [...new Set(texts)].toSorted(compareIds);
}

function canonicalText(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value); // the same by RFC 8785, 3.2.2.2, and much quicker
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only JSON values can be hashed.");
  return text;
}
