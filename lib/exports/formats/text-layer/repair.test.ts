import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { describe, expect, it } from "vitest";
import { arabicSentences } from "../../testing/arabic-sentences.ts";
import { pdfPixels, pdfText } from "../../testing/pdf-tools.ts";
import { ARABIC_CANDIDATES, fontFolders, fontPaths, type FontFamily } from "../pdf/fonts.ts";
import { arabicWord, readClusters } from "./clusters.ts";
import { readContent } from "./content-stream.ts";
import { sourceFont } from "./embedded-fonts.ts";
import { glyphTexts } from "./glyph-text.ts";
import { readPdf, writePdf } from "./pdf-file.ts";
import { postScriptName } from "./postscript-name.ts";
import { repairTextLayer } from "./repair.ts";
import { characterMap, readSfnt } from "./sfnt.ts";

const root = join(import.meta.dirname, "../../../..");

/** The sentences as the compiler sets them, before and after the repair. */
function beforeAndAfter(font: FontFamily): { before: Uint8Array; after: Uint8Array } {
  const compiler = NodeCompiler.create({
    workspace: root,
    fontArgs: [{ fontPaths: fontFolders(root, [font]) }],
  });
  const mainFileContent = `#set text(font: "${font.family}", fallback: false, lang: "ar", size: 12pt)
#set document(date: none)
#for sentence in json(bytes(sys.inputs.sentences)) { par(sentence) }`;
  const document = compiler.compile({
    mainFileContent,
    inputs: { sentences: JSON.stringify(arabicSentences) },
  }).result;
  if (!document) throw new Error("the sentences could not be set");
  const before = compiler.pdf(document, { pdfStandard: "a-2b", creationTimestamp: 0 });
  const fonts = fontPaths(root, font).map((file) => {
    const bytes = readFileSync(file);
    return sourceFont(postScriptName(readSfnt(bytes)), bytes);
  });
  const text = arabicSentences.join("\n").normalize("NFC");
  const words = new Set(text.match(arabicWord) ?? []);
  return { before, after: repairTextLayer(before, fonts, { alphabet: new Set(text), words }) };
}

/** Share of the words that come back, in percent. */
function share(pdf: Uint8Array): number {
  const back = new Set(pdfText(pdf).match(arabicWord) ?? []);
  const words = arabicSentences.join(" ").normalize("NFC").match(arabicWord) ?? [];
  return (100 * words.filter((word) => back.has(word)).length) / words.length;
}

describe.each(ARABIC_CANDIDATES)("the repair of a text layer in $family", (font) => {
  const { before, after } = beforeAndAfter(font);

  it("is needed, and brings the words back", () => {
    expect(share(before)).toBeLessThan(60);
    expect(share(after)).toBeGreaterThan(98);
  });

  it("changes nothing that can be seen", () => {
    for (const page of [1, 2]) {
      const [was, is] = [pdfPixels(before, page), pdfPixels(after, page)];
      expect(is.length).toBe(was.length);
      const ink = was.filter((grey) => grey < 128).length;
      const moved = is.filter((grey, index) => Math.abs(grey - (was[index] ?? 0)) > 160).length;
      // Marks become shapes, which a reader places to a fraction of a dot instead of a whole one.
      expect(moved / ink).toBeLessThan(0.02);
    }
  });
});

describe("the parts of the repair", () => {
  it("know the letter behind every joined form of a font", () => {
    for (const family of ARABIC_CANDIDATES) {
      const font = readSfnt(readFileSync(fontPaths(root, family)[0] ?? ""));
      const texts = glyphTexts(font);
      const known = new Set([...texts.values()].flat());
      for (const letter of "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىة") expect(known.has(letter)).toBe(true);
      const forms = [...texts.values()].filter(([first]) => first === "ب").length;
      expect(forms).toBeGreaterThan(2);
      expect(texts.get(characterMap(font).get(0x64e) ?? -1)).toContain("\u064e");
    }
  });

  it("read text objects whose strings hold brackets, escapes and hexadecimal codes", () => {
    const content =
      "q\n/F0 10 Tf\nBT\n1 0 0 -1 5 6 Tm\n[(\\000\\050\\000)) -100 (\\000\\\\) <0041>] TJ\nET\nQ";
    const [, group] = readContent(content.replace("\\000)) -100", "\\000\\051) -100"), () => 500);
    expect(group).toMatchObject({ kind: "text", font: "F0", size: 10 });
    const glyphs = group?.kind === "text" ? group.glyphs : [];
    expect(glyphs.map(({ glyph }) => glyph)).toEqual([0x28, 0x29, 0x5c, 0x41]);
    expect(glyphs.map(({ x }) => x)).toEqual([5, 10, 16, 21]);
  });

  it("let the words of the document decide between readings of a shape", () => {
    const letter = { glyph: 1, x: 0, y: 0, advance: 1 };
    const cluster = (...candidates: string[]) => ({ letter, marks: [], candidates });
    // Drawn from left to right: the joined letters with their mark stand first.
    const line = [cluster("لاً", "لًا"), cluster("ج"), cluster("ر")];
    expect(readClusters(line, new Set(["رجلًا".normalize("NFC")]))).toEqual(["لًا", "ج", "ر"]);
    expect(readClusters(line, new Set())).toEqual(["لاً", "ج", "ر"]);
  });

  it("write a PDF again with the same objects", () => {
    const { before } = beforeAndAfter(ARABIC_CANDIDATES[0] ?? { family: "", files: [] });
    const again = readPdf(writePdf(readPdf(before)));
    expect([...again.objects.keys()]).toEqual([...readPdf(before).objects.keys()]);
    expect(pdfText(writePdf(again))).toBe(pdfText(before));
    expect(() => readPdf(Buffer.from("no PDF at all"))).toThrow("cross-reference");
  });
});
