import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SOFT_EDGE_KINDS, GROUP_EDGE_KINDS, TENTHS } from "../vocabulary.ts";
import { groupsJoinedBy } from "./clusters.ts";
import { tiesBetweenOrigins } from "./dependency.ts";
import { edgesOfTraits, type SharedTrait } from "./shared-traits.ts";

const id = fc.constantFrom("a", "b", "c", "d", "e", "f");
const pair = fc.tuple(id, id);
const kinds = SOFT_EDGE_KINDS.filter((kind): kind is SharedTrait["kind"] =>
  GROUP_EDGE_KINDS.every((group) => group !== kind),
);
const trait: fc.Arbitrary<SharedTrait> = fc.record({
  kind: fc.constantFrom(...kinds.slice(0, 3)),
  tenths: fc.constantFrom(...TENTHS),
  bearers: fc.uniqueArray(id, { minLength: 1, maxLength: 4 }),
  touched: fc.uniqueArray(id, { maxLength: 3 }),
  except: fc.array(pair, { maxLength: 3 }),
});

describe("what is shared", () => {
  test("ties two origins as if each pair had been written down", () => {
    const worlds = fc.record({
      traits: fc.array(trait, { maxLength: 4 }),
      hard: fc.array(pair, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(worlds, id, id, ({ traits, hard }, a, b) => {
        const originOf = groupsJoinedBy(hard);
        if (originOf(a) === originOf(b)) return;
        const asked = tiesBetweenOrigins([], originOf, traits);
        const written = tiesBetweenOrigins(edgesOfTraits(traits), originOf);
        expect(asked(originOf(a), originOf(b))).toEqual(written(originOf(a), originOf(b)));
      }),
      { numRuns: 5_000, seed: 20_250_306 },
    );
  });
});
