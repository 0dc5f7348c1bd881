import fc from "fast-check";
import { expect, it } from "vitest";
import { type Stretch, wordDiff } from "./word-diff.ts";

const side = (parts: readonly Stretch[], not: Stretch["kind"]) =>
  parts
    .filter(({ kind }) => kind !== not)
    .map(({ text }) => text)
    .join("");

it("names the words that changed, and only those", () => {
  expect(wordDiff("The lamp was lit until four.", "The lamp was out until four.")).toEqual([
    { kind: "same", text: "The lamp was " },
    { kind: "removed", text: "lit" },
    { kind: "added", text: "out" },
    { kind: "same", text: " until four." },
  ]);
  expect(wordDiff("سمعنا القارب الثاني.", "سمعنا القاربَ الثاني ليلًا.")).toEqual([
    { kind: "same", text: "سمعنا " },
    { kind: "removed", text: "القارب" },
    { kind: "added", text: "القاربَ" },
    { kind: "same", text: " الثاني" },
    { kind: "added", text: " ليلًا" },
    { kind: "same", text: "." },
  ]);
  expect(wordDiff("same", "same")).toEqual([{ kind: "same", text: "same" }]);
  expect(wordDiff("", "")).toEqual([]);
});

it("loses no sign of either text, whatever they are", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", " ", "\n", "ليل", "،", "😀", "é"), { maxLength: 40 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(""), other.join("")];
      const parts = wordDiff(before, after);
      expect([side(parts, "added"), side(parts, "removed")]).toEqual([before, after]);
    }),
    { seed: 44 },
  );
});

it("shows two texts without a word in common whole, and takes no long time over them", () => {
  const words = (mark: string) => Array.from({ length: 6_000 }, (_, n) => `${mark}${n}`).join(" ");
  const began = performance.now();
  const parts = wordDiff(words("a"), words("b"));
  expect([side(parts, "added"), side(parts, "removed")]).toEqual([words("a"), words("b")]);
  expect(performance.now() - began).toBeLessThan(5_000);
});
