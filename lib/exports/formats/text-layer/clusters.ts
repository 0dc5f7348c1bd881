import type { DrawnGlyph } from "./content-stream.ts";
import type { EmbeddedFont } from "./embedded-fonts.ts";

/** One letter (or joined letters) of a line as drawn, with its marks. */
export interface Cluster {
  readonly letter: DrawnGlyph;
  readonly marks: readonly DrawnGlyph[];
  /** What it can stand for, in reading order; the first is the likeliest. */
  readonly candidates: readonly string[];
}

/** A sequence of letters and marks of the Arabic script: what a search looks for. */
export const arabicWord = /(?:(?=\p{L})\p{Script=Arabic}|[\p{Mn}\u0640])+/gu;

/**
 * Gathers drawn glyphs into letters with their marks. Right-to-left runs are drawn left to right: a letter's marks
 * come before it, the last one first.
 */
export function clustersOf(glyphs: readonly DrawnGlyph[], font: EmbeddedFont): Cluster[] {
  const clusters: Cluster[] = [];
  let marks: DrawnGlyph[] = [];
  for (const drawn of glyphs) {
    if (font.isMark(drawn.glyph)) {
      marks.push(drawn);
      continue;
    }
    const markText = marks
      .toReversed()
      .map(({ glyph }) => font.texts(glyph)[0] ?? "")
      .join("");
    const candidates = font.texts(drawn.glyph).flatMap((letters) => marked([...letters], [...markText]));
    clusters.push({ letter: drawn, marks, candidates: [...new Set(candidates)] });
    marks = [];
  }
  return clusters;
}

/** Every way in which marks, kept in order, can belong to joined letters, kept in order. */
function marked(letters: readonly string[], marks: readonly string[]): string[] {
  const [first, ...rest] = letters;
  if (first === undefined) return [marks.join("")];
  if (rest.length === 0 || marks.length === 0) return [letters.join("") + marks.join("")];
  return marks
    .map((_, count) => count)
    .concat(marks.length)
    .flatMap((count) =>
      marked(rest, marks.slice(count)).map((tail) => first + marks.slice(0, count).join("") + tail),
    );
}

/**
 * The text of each cluster of a line. Where a shape can stand for several texts, the words of the document decide:
 * a reading is taken when it makes a word that the document holds.
 * @param words all words of the document that {@link arabicWord} finds, in Unicode form NFC
 */
export function readClusters(clusters: readonly Cluster[], words: ReadonlySet<string>): string[] {
  const texts = clusters.map(({ candidates }) => candidates[0] ?? "");
  for (let from = 0; from < clusters.length; from += 1) {
    let to = from;
    while (to < clusters.length && isWordPart(texts[to] ?? "")) to += 1;
    if (to === from) continue;
    const reading = readings(clusters.slice(from, to)).find((candidate) => words.has(wordOf(candidate)));
    reading?.forEach((text, index) => {
      texts[from + index] = text;
    });
    from = to - 1;
  }
  return texts;
}

const wordOf = (texts: readonly string[]): string => texts.toReversed().join("").normalize("NFC");

const isWordPart = (text: string): boolean => text !== "" && text.replaceAll(arabicWord, "") === "";

/** Combinations of the candidates, likeliest first; bounded, as a word seldom has three doubtful shapes. */
function readings(clusters: readonly Cluster[]): string[][] {
  let found: string[][] = [[]];
  for (const { candidates } of clusters) {
    const usable =
      candidates.length > 1 && found.length * candidates.length > 512 ? candidates.slice(0, 1) : candidates;
    found = found.flatMap((before) => usable.map((text) => [...before, text]));
  }
  return found;
}
