/** A glyph as a page draws it: positions in points of the text space, advance included. */
export interface DrawnGlyph {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
}

/** Neighbouring text objects in one font and size, without anything drawn in between. */
export interface TextGroup {
  readonly kind: "text";
  readonly font: string;
  readonly size: number;
  readonly glyphs: readonly DrawnGlyph[];
  /** The original operators, for groups that need no change. */
  readonly source: string;
}

/** Everything else on a page, kept as it is. */
export interface OtherOperators {
  readonly kind: "other";
  readonly source: string;
}

/** Glyph widths of a font in thousandths of its size, by glyph. */
export type Widths = (font: string, glyph: number) => number;

// Literal strings may hold balanced brackets; glyph numbers never nest them deeper than the compiler escapes them.
const tokens = (): RegExp =>
  /\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|<[0-9A-Fa-f\s]*>|<<|>>|\[|\]|\/[^\s()<>[\]/]*|[^\s()<>[\]/]+/g;

/**
 * Splits a page's content into text groups and the rest (ISO 32000-1, 9.4). Only upright text with two-byte glyph
 * codes becomes a group; a text object of any other kind is passed through.
 */
export function readContent(content: string, widths: Widths): (TextGroup | OtherOperators)[] {
  const parts: (TextGroup | OtherOperators)[] = [];
  const stack: [string, number][] = [];
  let font: [string, number] = ["", 0];
  let done = 0;
  const operands: string[] = [];
  const token = tokens();
  for (let match = token.exec(content); match; match = token.exec(content)) {
    const word = match[0];
    if (!/^[A-Za-z'"*]/.test(word)) {
      operands.push(word);
      continue;
    }
    if (word === "q") stack.push(font);
    if (word === "Q") font = stack.pop() ?? font;
    if (word === "Tf") font = [operands.at(-2)?.slice(1) ?? "", Number(operands.at(-1))];
    if (word === "BT") {
      const end = content.indexOf("\nET", match.index) + 3;
      const source = content.slice(match.index, end);
      addOther(parts, content.slice(done, match.index));
      addText(parts, readTextObject(source, font, widths), source);
      done = end;
      token.lastIndex = end;
    }
    operands.length = 0;
  }
  addOther(parts, content.slice(done));
  return parts;
}

function addOther(parts: (TextGroup | OtherOperators)[], source: string): void {
  if (source !== "") parts.push({ kind: "other", source });
}

/** Joins a text object to the group before it when only white space lies between and the font is the same. */
function addText(parts: (TextGroup | OtherOperators)[], text: TextGroup | null, source: string): void {
  if (!text) {
    parts.push({ kind: "other", source });
    return;
  }
  const [before, between] = [parts.at(-2), parts.at(-1)];
  if (
    before?.kind === "text" &&
    between?.kind === "other" &&
    between.source.trim() === "" &&
    before.font === text.font &&
    before.size === text.size
  ) {
    parts.splice(-2, 2, {
      ...text,
      glyphs: [...before.glyphs, ...text.glyphs],
      source: before.source + between.source + text.source,
    });
    return;
  }
  parts.push(text);
}

function readTextObject(source: string, [font, size]: [string, number], widths: Widths): TextGroup | null {
  const glyphs: DrawnGlyph[] = [];
  let [x, y] = [0, 0];
  const operands: string[] = [];
  for (const [word] of source.matchAll(tokens())) {
    if (!/^[A-Za-z'"*]/.test(word)) {
      operands.push(word);
      continue;
    }
    if (word === "Tm") {
      if (operands.slice(0, 4).join(" ") !== "1 0 0 -1") return null;
      [x, y] = [Number(operands[4]), Number(operands[5])];
    } else if (word === "TJ" || word === "Tj") {
      for (const operand of operands) {
        if (operand === "[" || operand === "]") continue;
        const codes = glyphCodes(operand);
        if (codes === null) x -= (Number(operand) / 1000) * size;
        for (const glyph of codes ?? []) {
          const advance = (widths(font, glyph) / 1000) * size;
          glyphs.push({ glyph, x, y, advance });
          x += advance;
        }
      }
    } else if (word !== "BT" && word !== "ET") {
      return null;
    }
    operands.length = 0;
  }
  return { kind: "text", font, size, glyphs, source };
}

/** The two-byte codes of a PDF string, or null when the operand is a number. */
function glyphCodes(operand: string): number[] | null {
  const bytes = operand.startsWith("(")
    ? literalBytes(operand)
    : operand.startsWith("<")
      ? hexBytes(operand)
      : null;
  if (!bytes) return null;
  return Array.from(
    { length: bytes.length >> 1 },
    (_, index) => ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0),
  );
}

function hexBytes(operand: string): number[] {
  return [...Buffer.from(operand.slice(1, -1).replaceAll(/\s/g, ""), "hex")];
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Undoes the escapes of a literal string (ISO 32000-1, 7.3.4.2). */
function literalBytes(operand: string): number[] {
  const bytes: number[] = [];
  const inner = operand.slice(1, -1);
  for (let index = 0; index < inner.length; index += 1) {
    if (inner[index] !== "\\") {
      bytes.push(inner.charCodeAt(index));
      continue;
    }
    const octal = /^[0-7]{1,3}/.exec(inner.slice(index + 1, index + 4))?.[0];
    if (octal) bytes.push(Number.parseInt(octal, 8) & 0xff);
    else bytes.push(escapes[inner[index + 1] ?? ""] ?? inner.charCodeAt(index + 1));
    index += octal?.length ?? 1;
  }
  return bytes;
}
