import { expect, test } from "vitest";
import { insertedAt, pastedAt, piecesOf, removedAt, renumbered } from "./paragraphs.ts";

const text = (...rows: [number, string, string?][]) =>
  rows.map(([number, original, translation = ""]) => ({ number, original, translation }));

test("a number that was given stays for life, wherever a new paragraph is put", () => {
  const stored = text([1, "a"], [2, "b"], [4, "d"]);
  expect(insertedAt(stored, 1, 4).map(({ number }) => number)).toEqual([1, 5, 2, 4]);
  expect(removedAt(stored, 1, 4).map(({ number }) => number)).toEqual([1, 4]);
});

test("new paragraphs are numbered in their order, also after one of them goes", () => {
  const fresh = renumbered(text([0, "a"], [0, "b"], [0, "c"]), 0);
  expect(fresh.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(removedAt(fresh, 0, 0)).toEqual(text([1, "b"], [2, "c"]));
});

test("a pasted text is parted at blank lines, or else at lines", () => {
  expect(piecesOf("one\nstill one\n\n two \r\n\r\n")).toEqual(["one\nstill one", "two"]);
  expect(piecesOf("one\ntwo\n")).toEqual(["one", "two"]);
});

test("a pasted translation fills the empty places beside the original", () => {
  const stored = text([1, "a"], [2, "b"]);
  expect(pastedAt(stored, 0, "translation", ["A", "B", "C"], 2)).toEqual(
    text([1, "a", "A"], [2, "b", "B"], [3, "", "C"]),
  );
});

test("pasting never overwrites what stands below", () => {
  expect(pastedAt(text([1, "a"], [2, "b"]), 0, "original", ["x", "y"], 2)).toEqual(
    text([1, "ax"], [3, "y"], [2, "b"]),
  );
});
