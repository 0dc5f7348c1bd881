import { expect, it } from "vitest";
import { escapePressed } from "./escape-presses.ts";

const press = (key: string, more: { repeat?: boolean; isComposing?: boolean } = {}) => ({
  key,
  repeat: false,
  isComposing: false,
  ...more,
});

/** Whether these keys, each with its time, leave at the last of them. */
function leaves(...keys: readonly [number, ReturnType<typeof press>][]): boolean {
  let counted = escapePressed([], press("Shift"), 0);
  for (const [at, key] of keys) counted = escapePressed(counted.presses, key, at);
  return counted.leaves;
}
const escape = press("Escape");

it("leaves at the third press within a second and a half", () => {
  expect(leaves([0, escape], [400, escape])).toBe(false);
  expect(leaves([0, escape], [400, escape], [1_400, escape])).toBe(true);
  expect(leaves([0, escape], [400, escape], [1_500, escape])).toBe(false);
  expect(leaves([0, escape], [1_400, escape], [1_600, escape], [1_700, escape])).toBe(true);
});

it("counts no key that is held, no key of an input method, and begins anew after any other key", () => {
  expect(leaves([0, escape], [10, press("Escape", { repeat: true })], [20, escape])).toBe(false);
  expect(leaves([0, escape], [10, press("Escape", { isComposing: true })], [20, escape])).toBe(false);
  expect(leaves([0, escape], [10, escape], [15, press("a")], [20, escape])).toBe(false);
});
