import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barOf, scaleTop } from "./rules/figure-bar.ts";

const count = fc.integer({ min: 0, max: 5_000_000 });

describe("the bar of a figure", () => {
  it("leaves open what the source left open, and makes one number a point", () => {
    expect(barOf({ min: 50, max: null, certainty: "at_least" }, 100)).toEqual({
      start: 0.5,
      end: 1,
      startSide: "firm",
      endSide: "open",
    });
    expect(barOf({ min: null, max: 20, certainty: "up_to" }, 100)).toMatchObject({
      start: 0,
      end: 0.2,
      startSide: "open",
    });
    expect(barOf({ min: 40, max: null, certainty: "about" }, 100)).toEqual({
      start: 0.4,
      end: 0.4,
      startSide: "soft",
      endSide: "soft",
    });
    expect(barOf({ min: null, max: null, certainty: "unquantified" }, 100)).toBeNull();
  });

  it("lies on the scale, whatever was claimed", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count), { minLength: 1 }), (ranges) => {
        const claims = ranges.map(([a, b]) => ({
          min: Math.min(a, b),
          max: Math.max(a, b),
          certainty: "between",
        }));
        const top = scaleTop(claims);
        for (const claim of claims) {
          const bar = barOf(claim, top);
          expect(bar).not.toBeNull();
          expect(bar!.start).toBeGreaterThanOrEqual(0);
          expect(bar!.end).toBeGreaterThanOrEqual(bar!.start);
          expect(bar!.end).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 43 },
    );
  });
});
