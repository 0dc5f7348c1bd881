import { expect, test } from "vitest";
import { compareIds, groupsJoinedBy } from "./clusters.ts";

test("joined ids are one group, named by its smallest id, in whatever order they were joined", () => {
  const pairs: [string, string][] = [
    ["d", "e"],
    ["c", "d"],
    ["b", "c"],
    ["x", "y"],
    ["e", "a"],
    ["a", "a"],
  ];
  for (const order of [pairs, pairs.toReversed(), pairs.map(([a, b]): [string, string] => [b, a])]) {
    const groupOf = groupsJoinedBy(order);
    expect(["a", "b", "c", "d", "e"].map(groupOf)).toEqual(["a", "a", "a", "a", "a"]);
    expect(["x", "y", "z"].map(groupOf)).toEqual(["x", "x", "z"]);
  }
});

test("ids are ordered by code units, not by the customs of a language", () => {
  expect(["é", "b", "B", "a", "10", "9"].toSorted(compareIds)).toEqual(["10", "9", "B", "a", "b", "é"]);
  expect(compareIds("a", "a")).toBe(0);
});
