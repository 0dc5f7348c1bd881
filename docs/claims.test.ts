import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { claimsOf, unfounded } from "./claims.ts";

const read = (file: string) => readFileSync(file, "utf8");
const rowsOf = (document: string) =>
  document
    .split("\n")
    .filter((line) => /^\| (?!---|id |component )/.test(line))
    .map((line) => line.slice(2, -2).split(" | "));

describe.each(["docs/threat-model.md", "docs/asvs.md", "docs/protection.md"])("%s", (file) => {
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

test("a title counts where it is of a test that runs, not in a comment or of one that is skipped", () => {
  const folder = mkdtempSync(join(tmpdir(), "attest-claims-"));
  const file = join(folder, "some.test.ts");
  // Lines of a made-up test file for the reader of claims: nothing here is skipped.
  const lines = [
    '// it("in a line", () => {});',
    'const n = 1; // it("after code", () => {});',
    '/** it("in a block", () => {});',
    ' * it("further down in it", () => {}); */',
    'it.todo("to be written");',
    'it.skip("skipped", () => {',
    "  expect(n).toBe(1);",
    "});",
    'test("runs", () => {});',
    "test.skip.each([",
    '  "docs/skipped.md",',
    '])("skipped for each", () => {',
    "  expect(n).toBe(1);",
    "});",
    'describe("a group", () => {',
    '  test.skip("skipped in a group", () => expect(n).toBe(1));',
    "  it.each([",
    '    "docs/*.md",',
    '    "https://attest.example",',
    '  ])("runs for each", () => {});',
    '  describe.skip("a skipped group", () => {',
    '    it("within a skipped group", () => {});',
    "  });",
    "  it(",
    '    "runs too",',
    "    () => {},",
    "  );",
    "});",
  ];
  writeFileSync(file, lines.join("\n"));
  const titles = lines.flatMap((line) =>
    [...line.matchAll(/(?<=^ *|\()"([^"]+)"/g)].map(([, name = ""]) => name),
  );
  const missing = unfounded(titles.map((name) => ({ file, name })));
  rmSync(folder, { recursive: true });
  const there = titles.filter((name) => !missing.includes(`${file}: ${name}`));
  expect(there).toEqual([
    "runs",
    "a group",
    "docs/*.md",
    "https://attest.example",
    "runs for each",
    "runs too",
  ]);
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

/** First and last of each run of ids. */
const SHORTLIST =
  "1.2.1-1.2.5 1.2.10 1.3.4-1.3.6 1.5.1-1.5.3 2.2.1-2.2.3 2.3.1-2.3.5 2.4.1 3.2.1 3.3.1-3.3.4 3.4.1-3.4.8 3.5.1-3.5.3 3.5.8 3.6.1 3.7.2 4.1.1 4.1.3-4.1.4 5.1.1 5.2.1-5.2.6 5.3.1-5.3.3 5.4.1-5.4.3 6.1.1 6.2.1-6.2.12 6.3.1-6.3.8 6.4.1-6.4.6 6.5.1-6.5.8 6.8.1 7.1.1-7.1.3 7.2.1-7.2.4 7.3.1-7.3.2 7.4.1-7.4.5 7.5.1-7.5.3 8.1.1-8.1.4 8.2.1-8.2.4 8.3.1-8.3.3 9.1.1-9.1.3 9.2.1-9.2.3 10.2.1 10.5.1-10.5.4 11.1.1-11.1.4 11.2.1-11.2.3 11.3.1-11.3.5 11.4.1-11.4.4 11.5.1 12.1.1-12.1.5 12.2.1-12.2.2 13.2.4-13.2.5 13.3.1-13.3.4 13.4.1-13.4.7 14.1.1-14.1.2 14.2.1-14.2.8 14.3.1-14.3.3 15.1.1-15.1.5 15.2.1-15.2.5 15.3.1-15.3.7 15.4.1-15.4.3 16.1.1 16.2.1-16.2.5 16.3.1-16.3.4 16.4.1-16.4.3 16.5.1-16.5.4";

function idsIn(list: string): string[] {
  return list.split(" ").flatMap((run) => {
    const [from = "", to = from] = run.split("-");
    const group = from.slice(0, from.lastIndexOf(".") + 1);
    const first = Number(from.slice(group.length));
    const last = Number(to.slice(group.length));
    return Array.from({ length: last - first + 1 }, (_, step) => `${group}${first + step}`);
  });
}

describe("the shortlist of the ASVS", () => {
  const rows = rowsOf(read("docs/asvs.md"));

  it("has each id once, in order", () => {
    expect(rows.map(([id]) => id)).toEqual(idsIn(SHORTLIST));
  });

  it("gives each one state, and a test, a file or a document for what holds", () => {
    const states = /^(?:holds|partly|open|not applicable)$/;
    expect(rows.filter(([, , state = ""]) => !states.test(state)).map(([id]) => id)).toEqual([]);
    const bare = rows.filter(
      ([, , state, shown = ""]) =>
        state === "holds" && !/`[^`]*\.(?:ts|mjs|json|md|sql)`|\]\([\w/-]+\.md/.test(shown),
    );
    expect(bare.map(([id]) => id)).toEqual([]);
    expect(rows.filter(([, , , shown = ""]) => shown.trim() === "").map(([id]) => id)).toEqual([]);
  });

  it("counts what it says", () => {
    const of = (state: string) => rows.filter((row) => row[2] === state).length;
    const sentence = `${rows.length} requirements: ${of("holds")} hold, ${of("partly")} hold partly, ${of("open")} are open, ${of("not applicable")} do not apply.`;
    expect(read("docs/asvs.md")).toContain(sentence);
  });
});
