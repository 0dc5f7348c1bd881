import { expect, it } from "vitest";
import { rangeOf, scaleOf } from "./figure-ranges.ts";

const claim = (min: number | null, max: number | null, certainty: string) => ({ min, max, certainty });
const exact = (value: number) => claim(value, value, "exact");

it("takes an even scale from nought where the numbers are near each other, and a logarithmic one where they are not", () => {
  const near = scaleOf([exact(38), exact(157)]);
  expect(near?.kind).toBe("linear");
  expect(near?.ticks.map(({ value }) => value)).toEqual([0, 50, 100, 150, 200]);
  expect(near?.ticks.map(({ at }) => at)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  const far = scaleOf([exact(7), exact(1700)]);
  expect(far?.kind).toBe("logarithmic");
  expect(far?.ticks.map(({ value }) => value)).toEqual([5, 10, 100, 1000, 5000]);
  expect(scaleOf([claim(null, null, "unquantified")])).toBeNull();
});

it("leaves nought a place of its own on a logarithmic scale", () => {
  const scale = scaleOf([exact(0), exact(1), exact(100)])!;
  expect(rangeOf(exact(0), scale)?.at).toBe(0);
  expect(rangeOf(exact(1), scale)!.at).toBeGreaterThan(0);
});

it("draws a range from end to end, an open one to the end of the scale, and one in words not at all", () => {
  const claims = [
    exact(50),
    claim(100, null, "more_than"),
    claim(null, 150, "up_to"),
    claim(50, 150, "about"),
  ];
  const scale = scaleOf(claims)!;
  const [one, more, upTo, about] = claims.map((each) => rangeOf(each, scale));
  expect(one).toEqual({ at: 0.25, from: 0.25, to: 0.25, fromSide: "firm", toSide: "firm" });
  expect(more).toEqual({ at: 0.5, from: 0.5, to: 1, fromSide: "firm", toSide: "open" });
  expect(upTo).toEqual({ at: 0.75, from: 0, to: 0.75, fromSide: "open", toSide: "firm" });
  expect(about).toEqual({ at: 0.25, from: 0.25, to: 0.75, fromSide: "soft", toSide: "soft" });
  expect(rangeOf(claim(null, null, "unquantified"), scale)).toBeNull();
});

it("keeps every number inside the scale, whatever the numbers are", () => {
  for (const least of [1, 2, 3, 7, 19, 40, 999, 2_147_483_647]) {
    for (const times of [1, 1.5, 19, 20, 333, 1e6]) {
      const some = [exact(least), exact(Math.min(Math.round(least * times), 2_147_483_647))];
      const scale = scaleOf(some)!;
      for (const each of some) {
        const { at } = rangeOf(each, scale)!;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThan(1);
      }
      expect(scale.ticks.length).toBeLessThan(16);
    }
  }
});
