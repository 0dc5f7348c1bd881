import { clustersOf, readClusters } from "./clusters.ts";
import { readContent, type DrawnGlyph, type TextGroup } from "./content-stream.ts";
import { fontsOf, inVisualOrder, type EmbeddedFont, type SourceFont } from "./embedded-fonts.ts";
import { readPdf, reference, repack, unpacked, writePdf, type PdfFile } from "./pdf-file.ts";

/** What the document says, to choose between readings of a shape. */
export interface DocumentText {
  readonly alphabet: ReadonlySet<string>;
  /** Every Arabic word in Unicode form NFC. */
  readonly words: ReadonlySet<string>;
}

/**
 * Makes the Arabic of a PDF searchable and copyable without changing how one glyph looks.
 *
 * The compiler notes one text per glyph, that of the first letter-with-marks it met, so vocalised Arabic comes back
 * garbled. Here each pair of a glyph and what it stands for gets a code of its own; a letter's code carries its marks
 * too. The marks themselves, and letters that kerning sets so far apart that readers see two words, are drawn as
 * shapes without text. Codes of several characters stand in visual order: common readers turn right-to-left runs
 * round character by character.
 * @param bytes a PDF as the compiler wrote it
 * @param sources the full fonts it was set in
 */
export function repairTextLayer(
  bytes: Uint8Array,
  sources: readonly SourceFont[],
  text: DocumentText,
): Uint8Array {
  const pdf = readPdf(bytes);
  const fonts = fontsOf(pdf, sources, text.alphabet);
  for (const object of pdf.objects.values()) {
    if (!/\/Type \/Page\b(?!s)/.test(object.head)) continue;
    const contents = pdf.objects.get(reference(object.head, "Contents") ?? -1);
    const named = namedFonts(pdf, object.head, fonts);
    if (!contents || named.size === 0) continue;
    const repaired = repairContent(Buffer.from(unpacked(contents)).toString("latin1"), named, text.words);
    repack(contents, Buffer.from(repaired, "latin1"));
  }
  for (const font of fonts.values()) font.finish();
  return writePdf(pdf);
}

/** The Arabic fonts of a page by the names its content uses, such as F0. */
function namedFonts(
  pdf: PdfFile,
  page: string,
  fonts: ReadonlyMap<number, EmbeddedFont>,
): Map<string, EmbeddedFont> {
  const shared = pdf.objects.get(reference(page, "Resources") ?? -1)?.head ?? page;
  const list = /\/Font\s*<<([\s\S]*?)>>/.exec(shared)?.[1] ?? "";
  const named = new Map<string, EmbeddedFont>();
  for (const [, name, number] of list.matchAll(/\/(\w+) (\d+) 0 R/g)) {
    const font = fonts.get(Number(number));
    if (font && name) named.set(name, font);
  }
  return named;
}

function repairContent(
  content: string,
  fonts: ReadonlyMap<string, EmbeddedFont>,
  words: ReadonlySet<string>,
): string {
  const parts = readContent(content, (font, glyph) => fonts.get(font)?.width(glyph) ?? 0);
  return parts
    .map((part) => {
      const font = part.kind === "text" ? fonts.get(part.font) : undefined;
      return part.kind === "text" && font ? drawGroup(part, font, words) : part.source;
    })
    .join("");
}

/** A letter as it will be drawn: by the code that carries its text, or as a shape when the text is null. */
interface Letter extends DrawnGlyph {
  readonly text: string | null;
}

/** Letters first, as one run; then everything that is drawn without text. */
function drawGroup(group: TextGroup, font: EmbeddedFont, words: ReadonlySet<string>): string {
  const clusters = clustersOf(group.glyphs, font);
  const texts = readClusters(clusters, words).map(inVisualOrder);
  const letters = joinedWords(
    clusters.map(({ letter }, index) => ({ ...letter, text: texts[index] ?? "" })),
    group.size,
  );
  const shapes = [...clusters.flatMap(({ marks }) => marks), ...letters.filter(({ text }) => text === null)];
  const run = letters.flatMap((letter) =>
    letter.text === null ? [] : [{ ...letter, code: font.codeFor(letter.glyph, letter.text) }],
  );
  if (shapes.length === 0 && run.every(({ code, glyph }) => code === glyph)) return group.source;
  return [drawLetters(run, group.size), drawShapes(shapes, group.size, font)].filter(Boolean).join("\n");
}

/** A gap or step inside a word, in parts of the font size, from which readers begin to see two words. */
const APART = 0.07;
const isLetter = ({ text }: Letter): boolean => text !== null && /^[\p{Script=Arabic}\p{Mn}]+$/u.test(text);

/** Gives the text of a word that kerning pulls apart to its longest part, and makes the other parts shapes. */
function joinedWords(letters: readonly Letter[], size: number): Letter[] {
  const parts: Letter[][] = [];
  const words: Letter[][][] = [];
  letters.forEach((letter, index) => {
    const before = letters[index - 1];
    const sameWord = before !== undefined && isLetter(before) && isLetter(letter);
    const apart =
      before &&
      Math.max(Math.abs(letter.x - before.x - before.advance), Math.abs(letter.y - before.y)) > APART * size;
    if (sameWord && !apart) parts.at(-1)?.push(letter);
    else {
      const part = [letter];
      parts.push(part);
      if (sameWord) words.at(-1)?.push(part);
      else words.push([part]);
    }
  });
  return words.flatMap((word) => (word.length === 1 ? word.flat() : keepLongest(word)));
}

function keepLongest(parts: readonly Letter[][]): Letter[] {
  const longest = Math.max(...parts.map(({ length }) => length));
  const kept = parts.findIndex(({ length }) => length === longest);
  const textOf = (some: readonly Letter[][]) =>
    some
      .flat()
      .map(({ text }) => text ?? "")
      .join("");
  const before = textOf(parts.slice(0, kept));
  const after = textOf(parts.slice(kept + 1));
  return parts.flatMap((part, index) =>
    part.map((letter, place): Letter => {
      if (index !== kept) return { ...letter, text: null };
      const start = place === 0 ? before : "";
      const end = place === part.length - 1 ? after : "";
      return { ...letter, text: start + (letter.text ?? "") + end };
    }),
  );
}

function drawLetters(letters: readonly (DrawnGlyph & { code: number })[], size: number): string {
  const lines: string[] = ["BT"];
  let pen: { x: number; y: number } | null = null;
  let array = "";
  for (const drawn of letters) {
    if (!pen || Math.abs(drawn.y - pen.y) > 0.0005) {
      if (array !== "") lines.push(`[${array}] TJ`);
      array = "";
      lines.push(`1 0 0 -1 ${plain(drawn.x)} ${plain(drawn.y)} Tm`);
    } else {
      const gap = plain(((pen.x - drawn.x) / size) * 1000);
      if (gap !== "0") array += gap;
    }
    array += code(drawn.code);
    pen = { x: drawn.x + drawn.advance, y: drawn.y };
  }
  return pen ? [...lines, `[${array}] TJ`, "ET"].join("\n") : "";
}

function drawShapes(shapes: readonly DrawnGlyph[], size: number, font: EmbeddedFont): string {
  return shapes
    .map(
      ({ glyph, x, y }) => `q ${size} 0 0 ${-size} ${plain(x)} ${plain(y)} cm /${font.drawingOf(glyph)} Do Q`,
    )
    .join("\n");
}

const code = (glyph: number): string => `<${glyph.toString(16).padStart(4, "0")}>`;

/** A number as PDF allows it: no exponent, at most three decimals. */
function plain(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? "0" : String(rounded);
}
