import { expect, it } from "vitest";
import { careIn, careText, COVERS, DEFAULT_CARE, IDLE_MINUTES, isCovered } from "./care-settings.ts";

it("covers grave accounts unless something else was chosen", () => {
  const covered = (covers: (typeof COVERS)[number]) =>
    [true, false].map((isGrave) => isCovered({ ...DEFAULT_CARE, covers }, isGrave));
  expect(covered(DEFAULT_CARE.covers)).toEqual([true, false]);
  expect(covered("all")).toEqual([true, true]);
  expect(covered("nothing")).toEqual([false, false]);
});

it("reads back what it keeps, and whatever else a cookie holds as usual", () => {
  for (const covers of COVERS)
    for (const idleMinutes of [...IDLE_MINUTES, null])
      for (const breaks of [true, false]) {
        const chosen = { covers, idleMinutes, breaks };
        expect(careIn(careText(chosen))).toEqual(chosen);
      }
  for (const cookie of [undefined, "", "covers=", "covers=none", "%", "covers=all-of-it&idle=0"])
    expect(careIn(cookie)).toEqual(DEFAULT_CARE);
});
