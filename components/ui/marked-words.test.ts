import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { piecesOf } from "./marked-words.ts";

describe("marked words", () => {
  test("are shown apart from the rest, and nothing of the text is lost or said twice", () => {
    expect(piecesOf("They came at night.", [{ from: 5, to: 9 }])).toEqual([
      { text: "They ", isCited: false },
      { text: "came", isCited: true },
      { text: " at night.", isCited: false },
    ]);
    const place = fc.nat(12);
    const spans = fc.array(fc.record({ from: place, to: place }).filter(({ from, to }) => from < to));
    fc.assert(
      fc.property(spans, (some) => {
        const text = "abcdefghijkl";
        const pieces = piecesOf(text, some);
        expect(pieces.map((one) => one.text).join("")).toBe(text);
        const cited = new Set(some.flatMap(({ from, to }) => Array.from(text.slice(from, to))));
        expect(pieces.flatMap((one) => (one.isCited ? Array.from(one.text) : []))).toEqual(
          [...cited].toSorted(),
        );
      }),
      { numRuns: 1_000, seed: 20_250_306 },
    );
  });
});
