import { expect, test } from "vitest";
import { credibilityShown } from "./credibility.ts";

test("an item is shown as confirmed only while it is one of those that made its facet corroborated", () => {
  expect(credibilityShown(2, "a", { level: 4, witnessSet: ["a", "b"] })).toBe(1);
  expect(credibilityShown(3, "a", { level: 5, witnessSet: ["a", "b", "c"] })).toBe(1);
  expect(credibilityShown(2, "a", { level: 3, witnessSet: ["a", "b"] })).toBe(2);
  expect(credibilityShown(6, "z", { level: 4, witnessSet: ["a", "b"] })).toBe(6);
});
