import { describe, expect, test } from "vitest";
import type { FacetEvidence } from "./ceiling.ts";
import { hashOfInputs } from "./inputs-hash.ts";
import type { EvidenceItem } from "./quality.ts";
import type { SharedTrait } from "./shared-traits.ts";

const grades = {
  stances: ["support"],
  basis: "B2",
  plausibility: 2,
  reliability: "B",
  identification: "none",
  countBasis: "none",
  withdrawn: false,
  contradictionResolved: false,
} as const;
const account: EvidenceItem = { ...grades, id: "a", type: "testimony" };
const video: EvidenceItem = {
  ...grades,
  id: "b",
  type: "media",
  rank: "M3",
  condition: "usable",
  showsActItself: true,
};
const record: EvidenceItem = { ...grades, id: "c", type: "document", authenticity: 3 };
const evidence: FacetEvidence = {
  facet: "place",
  items: [account, video, record],
  hardEdges: [{ kind: "derived", between: ["b", "c"] }],
  softEdges: [{ kind: "one_party", between: ["a", "b"], tenths: 4 }],
};
const trait: SharedTrait = {
  kind: "same_publisher",
  tenths: 4,
  bearers: ["b", "a"],
  touched: ["c"],
  except: [["b", "a"]],
};
function withItem(index: number, over: Partial<Record<string, unknown>>): FacetEvidence {
  return { ...evidence, items: evidence.items.map((item, i) => (i === index ? { ...item, ...over } : item)) };
}

describe("hash of the inputs", () => {
  test("is the SHA-256 of sorted canonical JSON, as another program computed it", () => {
    const traits = [trait];
    expect(hashOfInputs({ ...evidence, traits })).toBe(
      "1016005f84adc34018693416194f0dbedf0f2184158ea33139c9c813bb7f8dc5",
    );
  });

  test("is by the first version of the rules what it was then, pair by pair", () => {
    const first = { ...evidence, algorithmVersion: "attest-corroboration-1" } as const;
    expect(hashOfInputs(first)).toBe("a3cc74ee058368df6e068cf68e78054ffd6e66232c98a6eacaa05681c875fa81");
    const { softEdges, ...rest } = first;
    const asTrait: SharedTrait = { ...trait, kind: "one_party", touched: [], except: [] };
    expect(hashOfInputs({ ...rest, softEdges: [], traits: [asTrait] })).toBe(
      hashOfInputs({ ...rest, softEdges }),
    );
  });

  test("does not see order, direction or repetition, nor what the rules do not look at", () => {
    const same: FacetEvidence = {
      facet: "place",
      items: [record, { ...account, stances: ["support", "support"] }, video],
      hardEdges: [
        { kind: "derived", between: ["c", "b"] },
        { kind: "derived", between: ["b", "c"] },
      ],
      softEdges: [{ kind: "one_party", between: ["b", "a"], tenths: 4 }],
    };
    expect(hashOfInputs(same)).toBe(hashOfInputs(evidence));
    expect(hashOfInputs(withItem(0, { note: "kept by the caller" }))).toBe(hashOfInputs(evidence));
  });

  test("is refused for what JSON cannot say, rather than taken over something else", () => {
    const between = ["a", undefined as unknown as string] as const;
    expect(() => hashOfInputs({ ...evidence, hardEdges: [{ kind: "derived", between }] })).toThrow(TypeError);
  });

  test("changes with everything that the rules look at", () => {
    const changed: FacetEvidence[] = [
      { ...evidence, facet: "time" },
      { ...evidence, items: [account, video] },
      { ...evidence, hardEdges: [] },
      { ...evidence, hardEdges: [{ kind: "edited", between: ["b", "c"] }] },
      { ...evidence, hardEdges: [{ kind: "derived", between: ["a", "c"] }] },
      { ...evidence, softEdges: [] },
      { ...evidence, softEdges: [{ kind: "one_party", between: ["a", "b"], tenths: 5 }] },
      { ...evidence, softEdges: [{ kind: "unknown_origin", between: ["a", "b"], tenths: 4 }] },
      { ...evidence, traits: [trait] },
      { ...evidence, traits: [{ ...trait, kind: "same_interviewer" }] },
      { ...evidence, traits: [{ ...trait, tenths: 3 }] },
      { ...evidence, traits: [{ ...trait, bearers: ["a"] }] },
      { ...evidence, traits: [{ ...trait, touched: [] }] },
      { ...evidence, traits: [{ ...trait, except: [] }] },
      { ...evidence, algorithmVersion: "attest-corroboration-1" },
      withItem(0, { id: "z" }),
      withItem(0, { type: "published_account" }),
      withItem(0, { stances: ["contradict"] }),
      withItem(0, { basis: "B1" }),
      withItem(0, { plausibility: 3 }),
      withItem(0, { reliability: "C" }),
      withItem(0, { identification: "insider" }),
      withItem(0, { countBasis: "declared_statistic" }),
      withItem(0, { withdrawn: true }),
      withItem(0, { contradictionResolved: true }),
      withItem(1, { rank: "M4" }),
      withItem(1, { condition: "recycled" }),
      withItem(1, { showsActItself: false }),
      withItem(2, { authenticity: 2 }),
      withItem(2, { type: "medical_record" }),
    ];
    const hashes = new Set([evidence, ...changed].map(hashOfInputs));
    expect(hashes.size).toBe(changed.length + 1);
  });
});
