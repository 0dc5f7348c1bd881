import { expect, test } from "vitest";
import { actFor } from "./act.ts";

const ids = () => {
  let next = 0;
  return () => `id-${(next += 1)}`;
};

test("a try without an answer is repeated under its own id", () => {
  const fresh = ids();
  const first = actFor(null, { title: "a" }, fresh);
  expect(actFor(first, { title: "a" }, fresh)).toBe(first);
});

test("another input, or the same after an answer, is another act", () => {
  const fresh = ids();
  const first = actFor(null, { title: "a" }, fresh);
  expect(actFor(first, { title: "b" }, fresh).requestId).not.toBe(first.requestId);
  expect(actFor(null, { title: "a" }, fresh).requestId).not.toBe(first.requestId);
});
