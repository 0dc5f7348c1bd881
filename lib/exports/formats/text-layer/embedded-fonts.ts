import { glyphTexts } from "./glyph-text.ts";
import { glyphPath, unitsPerEm } from "./glyph-path.ts";
import {
  addDrawing,
  addStream,
  reference,
  repack,
  unpacked,
  type PdfFile,
  type PdfObject,
} from "./pdf-file.ts";
import { glyphCount, outlineOf, readSfnt, type Sfnt } from "./sfnt.ts";

/** A full font, read once: its PostScript name, and for each outline the texts it can stand for. */
export interface SourceFont {
  readonly name: string;
  readonly textsByOutline: ReadonlyMap<string, readonly string[]>;
}

/** A subset font inside a PDF, seen through the full font it was cut from. */
export interface EmbeddedFont {
  /** What the glyph can stand for, the text noted in the PDF first; one empty text when unknown. */
  texts(glyph: number): readonly string[];
  isMark(glyph: number): boolean;
  /** In thousandths of the font size. */
  width(glyph: number): number;
  /** The code that draws this glyph and reads as this text, given in visual order. */
  codeFor(glyph: number, text: string): number;
  /** The name of a drawing of this glyph, one em high, that holds no text. */
  drawingOf(glyph: number): string;
  /** Writes the codes in use into the PDF: character map, glyph map, widths, drawings. */
  finish(): void;
}

const arabic = /[\p{Script=Arabic}\p{Mn}]/u;
const onlyMarks = /^\p{Mn}+$/u;

/**
 * Reads a font for {@link fontsOf}.
 * @param name the font's PostScript name
 * @param bytes the whole .ttf file
 */
export function sourceFont(name: string, bytes: Uint8Array): SourceFont {
  const font = readSfnt(bytes);
  const texts = glyphTexts(font);
  const textsByOutline = new Map<string, string[]>();
  for (let glyph = 0; glyph < glyphCount(font); glyph += 1) {
    const outline = outlineOf(font, glyph);
    if (outline === "") continue;
    const known = textsByOutline.get(outline) ?? [];
    textsByOutline.set(outline, [...new Set([...known, ...(texts.get(glyph) ?? [])])]);
  }
  return { name, textsByOutline };
}

/**
 * The embedded fonts that were cut from one of the sources, by object number. Call {@link EmbeddedFont.finish} after
 * the pages are done: it writes the new codes into the file.
 * @param alphabet the characters of the document, to rank letters that share a shape
 */
export function fontsOf(
  pdf: PdfFile,
  sources: readonly SourceFont[],
  alphabet: ReadonlySet<string>,
): Map<number, EmbeddedFont> {
  const fonts = new Map<number, EmbeddedFont>();
  for (const [number, { head }] of pdf.objects) {
    const name = /\/Subtype \/Type0[\s\S]*\/BaseFont \/[A-Z]{6}\+([^\s/]+)/.exec(head)?.[1];
    const source = sources.find((candidate) => candidate.name === name);
    const descendant = pdf.objects.get(reference(head, "DescendantFonts") ?? -1);
    const descriptor = pdf.objects.get(reference(descendant?.head ?? "", "FontDescriptor") ?? -1);
    const program = pdf.objects.get(reference(descriptor?.head ?? "", "FontFile2") ?? -1);
    const characterMap = pdf.objects.get(reference(head, "ToUnicode") ?? -1);
    if (!source || !descendant || !program || !characterMap) continue;
    fonts.set(
      number,
      embeddedFont(
        pdf,
        number,
        { descendant, characterMap, subset: readSfnt(unpacked(program)) },
        source,
        alphabet,
      ),
    );
  }
  return fonts;
}

interface FontObjects {
  readonly descendant: PdfObject;
  readonly characterMap: PdfObject;
  readonly subset: Sfnt;
}

function embeddedFont(
  pdf: PdfFile,
  fontNumber: number,
  objects: FontObjects,
  source: SourceFont,
  alphabet: ReadonlySet<string>,
): EmbeddedFont {
  const noted = Buffer.from(unpacked(objects.characterMap)).toString("latin1");
  const hints = notedTexts(noted);
  const known = arabicTexts(objects.subset, source, hints, alphabet);
  const widths = widthsOf(objects.descendant.head);
  const width = (glyph: number) => widths.get(glyph) ?? 0;
  const texts = (glyph: number) => known.get(glyph) ?? [unlessArabic(hints.get(glyph) ?? "")];
  // Codes 0 … n−1 stay the glyph numbers, with the text that is right for a glyph alone.
  const codes: { glyph: number; text: string }[] = [];
  for (let glyph = 0; glyph < glyphCount(objects.subset); glyph += 1)
    codes.push({ glyph, text: inVisualOrder(texts(glyph)[0] ?? "") });
  const drawings = new Set<number>();
  const byKey = new Map(codes.map(({ glyph, text }, code) => [`${glyph} ${text}`, code]));
  return {
    width,
    texts,
    isMark: (glyph) =>
      width(glyph) === 0 && texts(glyph).every((text) => text === "" || onlyMarks.test(text)),
    codeFor(glyph, text) {
      const key = `${glyph} ${text}`;
      const existing = byKey.get(key);
      if (existing !== undefined) return existing;
      codes.push({ glyph, text });
      byKey.set(key, codes.length - 1);
      return codes.length - 1;
    },
    drawingOf(glyph) {
      drawings.add(glyph);
      return `Mark${fontNumber}x${glyph}`;
    },
    finish() {
      for (const glyph of drawings)
        addDrawing(
          pdf,
          `Mark${fontNumber}x${glyph}`,
          glyphPath(objects.subset, glyph),
          1 / unitsPerEm(objects.subset),
        );
      repack(objects.characterMap, Buffer.from(correctedMap(noted, codes), "latin1"));
      const map = Buffer.alloc(codes.length * 2);
      codes.forEach(({ glyph }, code) => map.writeUInt16BE(glyph, code * 2));
      const number = addStream(pdf, map);
      const list = codes.flatMap(({ glyph }, code) =>
        width(glyph) === 0 ? [] : [`${code} ${code} ${width(glyph)}`],
      );
      objects.descendant.head = objects.descendant.head
        .replace("/CIDToGIDMap /Identity", `/CIDToGIDMap ${number} 0 R`)
        .replace(/\/W \[[^\]]*\]/, `/W [${list.join(" ")}]`);
    },
  };
}

/** Right-to-left letters one by one in the order they are drawn; anything else as it is. */
export function inVisualOrder(text: string): string {
  return arabic.test(text) ? [...text].toReversed().join("") : text;
}

/** A note of the compiler about an Arabic glyph without known text may be a whole cluster: better nothing. */
function unlessArabic(hint: string): string {
  return arabic.test(hint) ? "" : hint;
}

/** Only Arabic letters and marks are decided here; for all else the compiler's own note is right. */
function arabicTexts(
  subset: Sfnt,
  source: SourceFont,
  hints: ReadonlyMap<number, string>,
  alphabet: ReadonlySet<string>,
): Map<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  for (let glyph = 1; glyph < glyphCount(subset); glyph += 1) {
    const candidates = (source.textsByOutline.get(outlineOf(subset, glyph)) ?? []).filter(
      (text) => arabic.test(text) && !/[\ufe70-\ufe7f]/u.test(text),
    );
    const hint = hints.get(glyph) ?? "";
    const rank = (text: string) =>
      [...text].every((letter) => hint.includes(letter))
        ? 0
        : [...text].every((letter) => alphabet.has(letter))
          ? 1
          : 2;
    if (candidates.length > 0)
      found.set(
        glyph,
        candidates.toSorted((a, b) => rank(a) - rank(b)),
      );
  }
  return found;
}

function notedTexts(characterMap: string): Map<number, string> {
  const texts = new Map<number, string>();
  const entries = characterMap.slice(characterMap.indexOf("beginbfchar"));
  for (const [, glyph, text] of entries.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)) {
    texts.set(
      Number.parseInt(glyph ?? "", 16),
      Buffer.from(text ?? "", "hex")
        .swap16()
        .toString("utf16le"),
    );
  }
  return texts;
}

function correctedMap(noted: string, codes: readonly { text: string }[]): string {
  const rows = codes.flatMap(({ text }, code) => (text === "" ? [] : [`<${hex(code)}> <${utf16Hex(text)}>`]));
  const blocks: string[] = [];
  // A block holds at most 100 entries (Adobe Technical Note 5411).
  for (let index = 0; index < rows.length; index += 100) {
    const slice = rows.slice(index, index + 100);
    blocks.push(`${slice.length} beginbfchar\n${slice.join("\n")}\nendbfchar\n`);
  }
  return noted.replace(/\d+ beginbfchar[\s\S]*endbfchar\n/, blocks.join(""));
}

const hex = (glyph: number): string => glyph.toString(16).toUpperCase().padStart(4, "0");

/** UTF-16, big end first, in hexadecimal, as PDF strings and character maps write it. */
export function utf16Hex(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase();
}

/** Reads `/W [first last width …]` as the compiler writes it, with `/DW 0`. */
function widthsOf(head: string): Map<number, number> {
  const widths = new Map<number, number>();
  const list = (/\/W \[([^\]]*)\]/.exec(head)?.[1] ?? "").trim().split(/\s+/).map(Number);
  for (let index = 0; index + 2 < list.length; index += 3) {
    const [first = 0, last = 0, width = 0] = list.slice(index, index + 3);
    for (let glyph = first; glyph <= last; glyph += 1) widths.set(glyph, width);
  }
  return widths;
}
