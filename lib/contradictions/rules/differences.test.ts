import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claim, invented } from "../testing/invented.ts";
import { measureRules } from "../testing/measure.ts";
import { plantedPairs } from "../testing/planted.ts";
import { differencesBetween } from "./differences.ts";
import { keyOfPair, ordered } from "./pair.ts";

const pairs = [...plantedPairs().planted, ...plantedPairs().consistent];
const claims = pairs.flatMap((pair) => [...pair.claims]);

describe("the rules that propose contradictions", () => {
  it("find what was planted and leave alone what is consistent", () => {
    const { planted, consistent, recall, falseFlags } = measureRules();
    expect([planted.length, consistent.length]).toEqual([60, 200]);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(falseFlags).toBeLessThanOrEqual(0.05);
  });

  it("do not hang on the seed", () => {
    for (const seed of [1, 2, 3]) {
      const { recall, falseFlags } = measureRules(seed);
      expect(recall).toBeGreaterThanOrEqual(0.95);
      expect(falseFlags).toBeLessThanOrEqual(0.05);
    }
  });

  it("say the same whichever of two is named first, and nothing of one with itself", () => {
    fc.assert(
      fc.property(fc.constantFrom(...claims), fc.constantFrom(...claims), (a, b) => {
        const turned = differencesBetween(b, a, invented).map(({ said: [one, other], ...rest }) => ({
          ...rest,
          said: [other, one],
        }));
        expect(differencesBetween(a, b, invented)).toEqual(turned);
        expect(differencesBetween(a, { ...a }, invented)).toEqual([]);
      }),
      { numRuns: 500, seed: 20310214 },
    );
  });

  it("are silent where nothing is said, and where nothing is spoken of in common", () => {
    fc.assert(
      fc.property(fc.constantFrom(...claims), fc.constantFrom(...claims), (a, b) => {
        const apart = {
          ...b,
          id: `${b.id}'`,
          allegations: new Set(["x"]),
          incidents: new Set(["x"]),
          figure: null,
        };
        expect(differencesBetween(a, apart, invented)).toEqual([]);
      }),
      { numRuns: 100, seed: 20310214 },
    );
  });

  it("ask on an allegation that is in no compartment, where there is one", () => {
    const both = { allegations: new Set(["a", "b"]), kept: new Set(["a"]) };
    const [one, other] = [
      claim("one", { edtf: "2031-05-01" }, both),
      claim("other", { edtf: "2031-05-09" }, both),
    ];
    expect(differencesBetween(one, other, invented)).toMatchObject([{ kind: "time", allegationId: "b" }]);
  });

  it("make one key of a pair", () => {
    const [a, b] = [{ id: "st_a" }, { id: "st_b" }];
    expect(ordered(a, b)).toEqual(ordered(b, a));
    const pair = { statementId: "st_a", otherStatementId: "st_b", kind: "time" as const };
    const keys = [
      keyOfPair(pair, { allegationId: null, facet: null }),
      keyOfPair(pair, { allegationId: "al_a", facet: "time" }),
      keyOfPair(pair, { allegationId: "al_b", facet: "time" }),
    ];
    expect(new Set(keys).size).toBe(3);
  });
});
