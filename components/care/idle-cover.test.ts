import { expect, it } from "vitest";
import { coversAfterMs, uncovers } from "./idle-cover.ts";

const MINUTES = 60_000;

it("covers after the chosen minutes, before a session would end", () => {
  expect(coversAfterMs(null, 15 * MINUTES)).toBeNull();
  for (const chosen of [1, 2, 5, 10]) expect(coversAfterMs(chosen, 15 * MINUTES)).toBe(chosen * MINUTES);
  expect(coversAfterMs(10, 10 * MINUTES)).toBe(6 * MINUTES);
  expect(coversAfterMs(5, 4 * MINUTES)).toBe(2 * MINUTES);
});

it("is uncovered by keys, but not by those on the way to something else", () => {
  expect(["a", "ش", " ", "Enter", "ArrowDown"].every(uncovers)).toBe(true);
  expect(["Escape", "Shift", "Alt", "Tab"].some(uncovers)).toBe(false);
});
