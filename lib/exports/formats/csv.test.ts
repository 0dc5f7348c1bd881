import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDossier } from "../testing/a-dossier.ts";
import { neutralised, restored } from "./csv/cell.ts";
import { TABLES } from "./csv/tables.ts";
import { dossierTables } from "./csv.ts";

/** A reader of another make: Python's own. */
function rowsByPython(content: string): string[][] {
  const program =
    "import csv,io,json,sys; data=sys.stdin.buffer.read(); print(json.dumps(list(csv.reader(io.StringIO(data.decode('utf-8-sig'), newline='')))))";
  return JSON.parse(
    execFileSync("python3", ["-c", program], { input: content, encoding: "utf8" }),
  ) as string[][];
}

const tableNamed = (name: string, dossier = aDossier()): string =>
  dossierTables(dossier).find((file) => file.name === `${name}.csv`)?.content ?? "";

const starts = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠", "−", "﹣"];
const before = ["", " ", "\u00a0", "'", '"', "“", "«", " '\" ", "\u200f", "\u200b", "\t"];
const hostile = fc
  .tuple(fc.constantFrom(...before), fc.constantFrom(...starts, "a", "'", "1"), fc.string({ unit: "binary" }))
  .map((parts) => parts.join(""));

describe("cells of a table", () => {
  it("never begin so that a spreadsheet runs them", () => {
    fc.assert(
      fc.property(hostile, (cell) => {
        const written = neutralised(cell);
        const seen = written.replace(/^[\s\u00a0\u200b-\u200f"“«]+/u, "");
        expect(starts.some((start) => seen.startsWith(start))).toBe(false);
      }),
      { numRuns: 5000, seed: 20 },
    );
  });

  it("come back exactly when one leading apostrophe is taken away", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: "binary" })), (cell) => {
        expect(restored(neutralised(cell))).toBe(cell);
      }),
      { numRuns: 5000, seed: 21 },
    );
  });

  it("stay as they are when nothing could run", () => {
    for (const cell of ["", "T-4F7K", "كنتُ في البيت", "2031-03-06/2031-03-07", "a=1", "1-2"])
      expect(neutralised(cell)).toBe(cell);
  });

  it("are neutralised in every known form", () => {
    const forms = [
      '=cmd|" /C calc"!A0',
      "+1",
      "-1+2",
      "@SUM(A1)",
      "\t=1",
      "\r=1",
      "\0=1",
      "＝1+1",
      " =1",
      '"=1',
      "'=1",
      "«=1",
      "−2",
    ];
    for (const form of forms) expect(neutralised(form)).toBe(`'${form}`);
  });
});

describe("the tables of a dossier", () => {
  it("begin with a byte order mark, end lines with CR LF and quote every cell", () => {
    for (const { content } of dossierTables(aDossier())) {
      expect(content.startsWith('\ufeff"')).toBe(true);
      expect(content.endsWith('"\r\n')).toBe(true);
      expect(
        content
          .slice(1)
          .replaceAll(/"(?:[^"]|"")*"/g, "")
          .replaceAll(/[,\r\n]/g, ""),
      ).toBe("");
    }
  });

  it("hold one row for each record, and are all there when there is none", () => {
    const dossier = aDossier();
    expect(rowsByPython(tableNamed("testimonies"))).toHaveLength(1 + dossier.testimonies.length);
    expect(rowsByPython(tableNamed("paragraphs"))).toHaveLength(
      1 + dossier.testimonies.flatMap((it) => it.paragraphs).length,
    );
    expect(rowsByPython(tableNamed("contradictions", aDossier({ contradictions: [] })))).toHaveLength(1);
    expect(dossierTables(dossier)).toHaveLength(TABLES.length);
  });

  it("give another reader back exactly what the dossier says, hostile texts included", () => {
    const texts = [
      '=HYPERLINK("x")',
      "'كانت'",
      'line\r\nbreak, "quoted"',
      "−5",
      "قال: «لا»",
      "\u200f=1",
      " - item",
    ];
    const [first] = aDossier().testimonies;
    if (!first) throw new Error("the sample has no testimony");
    const paragraphs = texts.map((original, index) => ({ number: index + 1, original, translation: null }));
    const rows = rowsByPython(
      tableNamed("paragraphs", aDossier({ testimonies: [{ ...first, paragraphs }] })),
    );
    expect(rows[0]).toEqual(["testimony_code", "version", "number", "original", "translation"]);
    expect(rows.slice(1).map((row) => restored(row[3] ?? ""))).toEqual(texts);
  });

  it("never add figures up", () => {
    const rows = rowsByPython(tableNamed("figures"));
    expect(rows.slice(1).map((row) => row[0])).toEqual(aDossier().figures.map(({ code }) => code));
    expect(rows.flat()).not.toContain("38"); // 18 + 20
  });
});
