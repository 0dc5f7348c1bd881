/** Editing a numbered text. Numbers up to `numbersUsed` were given for life; only new ones may still move. */
import type { ParagraphValue } from "./field-spec.ts";

type Paragraphs = readonly ParagraphValue[];

/** Numbers the new paragraphs in order, after the highest number ever used. Those given before stay. */
export function renumbered(paragraphs: Paragraphs, numbersUsed: number): Paragraphs {
  let next = numbersUsed;
  return paragraphs.map((paragraph) => {
    if (paragraph.number >= 1 && paragraph.number <= numbersUsed) return paragraph;
    next += 1;
    return { ...paragraph, number: next };
  });
}

/** Adds an empty paragraph at `index`. */
export function insertedAt(paragraphs: Paragraphs, index: number, numbersUsed: number): Paragraphs {
  return renumbered(
    paragraphs.toSpliced(index, 0, { number: 0, original: "", translation: "" }),
    numbersUsed,
  );
}

export function removedAt(paragraphs: Paragraphs, index: number, numbersUsed: number): Paragraphs {
  return renumbered(paragraphs.toSpliced(index, 1), numbersUsed);
}

export function changedAt(
  paragraphs: Paragraphs,
  index: number,
  change: Partial<ParagraphValue>,
): Paragraphs {
  return paragraphs.map((paragraph, at) => (at === index ? { ...paragraph, ...change } : paragraph));
}

/** The paragraphs of a pasted text: parted at blank lines, or at every line where there is no blank one. */
export function piecesOf(text: string): readonly string[] {
  const lines = text.replaceAll(/\r\n?/g, "\n");
  const parted = /\n\s*\n/.test(lines) ? lines.split(/\n\s*\n/) : lines.split("\n");
  return parted.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

/**
 * Puts pasted pieces into one side of the text: the first into the paragraph at `index`, the rest into the following
 * ones where that side is still empty, and into new paragraphs where it is not.
 */
export function pastedAt(
  paragraphs: Paragraphs,
  index: number,
  side: "original" | "translation",
  pieces: readonly string[],
  numbersUsed: number,
): Paragraphs {
  let result = paragraphs;
  for (const [offset, piece] of pieces.entries()) {
    const at = index + offset;
    const present = result[at];
    const isFree = present !== undefined && (offset === 0 || present[side].trim() === "");
    if (!isFree) result = result.toSpliced(at, 0, { number: 0, original: "", translation: "" });
    const before = offset === 0 ? (present?.[side] ?? "") : "";
    result = changedAt(result, at, { [side]: before + piece });
  }
  return renumbered(result, numbersUsed);
}

/**
 * Moves the paragraphs that were added here behind the numbers given elsewhere meanwhile: two people who each add one
 * have both called theirs the next, and it is not the same paragraph.
 * @param known the paragraphs that the typing began with
 * @param numbersUsed the highest number given by now
 */
export function behindNumbersUsed(
  paragraphs: Paragraphs,
  known: Paragraphs,
  numbersUsed: number,
): Paragraphs {
  const before = new Set(known.map(({ number }) => number));
  let next = numbersUsed;
  return paragraphs.map((one) => (before.has(one.number) ? one : { ...one, number: (next += 1) }));
}
