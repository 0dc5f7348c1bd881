import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { headOf, isId, newId } from "./ids.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

it("ids of records of one moment begin alike, whatever they are of, and are all different", () => {
  const ids = Array.from({ length: 1_000 }, () => newId("testimony"));
  const heads = new Set([...ids, newId("witness")].map(headOf));
  expect(heads.size).toBe(1);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(isId)).toBe(true);
});

it.each(["account", "callerCode", "human", "session"] as const)(
  "nothing ties one %s to what was made beside it",
  (kind) => {
    const heads = new Set([newId("case"), ...Array.from({ length: 200 }, () => newId(kind))].map(headOf));
    expect(heads.size).toBe(201);
  },
);

it("how ids begin says neither when they were made nor which came first", () => {
  const heads = Array.from({ length: 200 }, () => {
    vi.advanceTimersByTime(64);
    return headOf(newId("testimony"));
  });
  expect(new Set(heads).size).toBe(heads.length);
  const rising = heads.filter((head, at) => at > 0 && head > (heads[at - 1] ?? "")).length;
  // Of 199 steps half rise by chance: 60 to 140 is more than five standard deviations to each side.
  expect(rising).toBeGreaterThan(60);
  expect(rising).toBeLessThan(140);
});

it("every letter can stand in every place", () => {
  const seen = new Map<string, number>();
  for (let round = 0; round < 2_000; round++)
    for (const letter of newId("testimony").slice(-16)) seen.set(letter, (seen.get(letter) ?? 0) + 1);
  const expected = (2_000 * 16) / 62;
  expect(seen.size).toBe(62);
  // Six standard deviations of a count of that size.
  for (const count of seen.values()) expect(Math.abs(count - expected)).toBeLessThan(6 * Math.sqrt(expected));
});
