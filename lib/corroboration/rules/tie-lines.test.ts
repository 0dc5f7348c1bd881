import fc from "fast-check";
import { expect, test } from "vitest";
import { linesBetween, linesOf } from "./tie-lines.ts";

const id = fc.constantFrom("a", "b", "c", "d", "e", "f", "g");
const pairText = (one: string, other: string) => [one, other].toSorted().join("");

test("lines stand for exactly the pairs that they were made of", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(id, id), { maxLength: 16 }), (drawn) => {
      const pairs = drawn.filter(([a, b]) => a !== b);
      const said = linesOf(pairs).flatMap(({ each, others }) =>
        each.flatMap((one, at) => [...each.slice(at + 1), ...others].map((other) => pairText(one, other))),
      );
      expect(new Set(said)).toEqual(new Set(pairs.map(([a, b]) => pairText(a, b))));
      expect(new Set(said).size).toBe(said.length);
    }),
    { numRuns: 2_000, seed: 20_250_306 },
  );
});

const alone = (name: string) => ({ id: name, origin: name });

test("a circle is one line, what one shares with many is one, and what follows from all ties is said apart", () => {
  const talk = { kind: "discussed_facet", tenths: 5 } as const;
  const kin = { kind: "same_household_or_kin", tenths: 3 } as const;
  const list = { kind: "same_list_or_organisation", tenths: 4 } as const;
  const { ties, dependent } = linesBetween(
    { dependencies: [{ id: "dp1", ...talk, between: ["a", "b"] }] },
    {
      hardEdges: [],
      softEdges: [
        { ...talk, between: ["a", "b"] },
        { ...talk, between: ["b", "c"] },
        { ...kin, between: ["d", "e"] },
        { ...list, between: ["d", "e"] },
      ],
      traits: [
        { kind: "saw_coverage_first", tenths: 4, bearers: ["d"], touched: ["a", "b", "c"], except: [] },
      ],
    },
    ["a", "b", "c", "d", "e"].map(alone),
  );
  expect(ties).toEqual([
    { ...talk, each: ["a", "b", "c"], others: [], recorded: ["dp1"] },
    { kind: "saw_coverage_first", tenths: 4, each: ["d"], others: ["a", "b", "c"], recorded: [] },
    { ...list, each: ["d", "e"], others: [], recorded: [] },
    { ...kin, each: ["d", "e"], others: [], recorded: [] },
  ]);
  // 4 and 3 tenths together make more than one half.
  expect(dependent).toEqual([
    { each: ["a", "b", "c"], others: [] },
    { each: ["d", "e"], others: [] },
  ]);
});
