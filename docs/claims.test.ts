import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { claimsOf, unfounded } from "./claims.ts";

const read = (file: string) => readFileSync(file, "utf8");
const rowsOf = (document: string) =>
  document
    .split("\n")
    .filter((line) => /^\| (?!---|id |component )/.test(line))
    .map((line) => line.slice(2, -2).split(" | "));

describe.each(["docs/threat-model.md"])("%s", (file) => {
  it("cites only tests that are there, by their names", () => {
    const claims = claimsOf(read(file));
    expect(claims.length).toBeGreaterThan(30);
    expect(unfounded(claims)).toEqual([]);
  });
});

test("a test that was renamed, a file that is gone and a file without a name are found out", () => {
  const text =
    'See `docs/claims.test.ts`: "a test that was renamed, a file that is gone and a file without a name are found out", "gone", `docs/none.test.ts`: "x" and `docs/docs.test.ts`.';
  expect(unfounded(claimsOf(text))).toEqual(["docs/none.test.ts: x", "docs/docs.test.ts: no name"]);
  expect(unfounded(claimsOf('`docs/docs.test.ts`: "no title of any test here"'))).toHaveLength(1);
});

describe("the threat model", () => {
  it("says of each component what it gives away, what it does not, what holds and what is open", () => {
    const rows = rowsOf(read("docs/threat-model.md"));
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) {
      expect(row, row[0]).toHaveLength(5);
      expect(
        row.filter((cell) => cell.trim() === ""),
        row[0],
      ).toEqual([]);
    }
  });
});
