import { characterMap, tableOf, type Sfnt } from "./sfnt.ts";

/**
 * Which text each glyph of a font stands for: the character map, and from there through every substitution of
 * the font (OpenType 1.9, GSUB lookup types 1 to 4 and 7). A ligature stands for all its letters in reading order.
 * @returns glyph → texts, the likeliest first (a shape shared by several letters has several)
 */
export function glyphTexts(font: Sfnt): ReadonlyMap<number, readonly string[]> {
  const texts = new Map<number, string[]>();
  const learn = (glyph: number, text: string): boolean => {
    const known = texts.get(glyph) ?? [];
    if (known.includes(text) || known.length >= 6) return false;
    texts.set(glyph, [...known, text]);
    return true;
  };
  for (const [code, glyph] of [...characterMap(font)].sort(([a], [b]) => plainFirst(a) - plainFirst(b))) {
    const text = String.fromCodePoint(code);
    const plain = text.normalize("NFKC");
    // The stand-alone forms of marks decompose into a space and the mark: such a text is no use here.
    learn(glyph, plain.startsWith(" ") ? text : plain);
  }
  if (!font.tables.has("GSUB")) return texts;
  const rules = substitutions(tableOf(font, "GSUB"));
  // Substitutions feed one another (initial form, then a variant of it), so repeat until nothing new is learnt.
  for (let round = 0, changed = true; changed && round < 8; round += 1) {
    changed = false;
    for (const { from, to } of rules) {
      for (const text of textOfSequence(from, texts)) changed = learn(to, text) || changed;
    }
  }
  return texts;
}

/** Letters proper come before compatibility forms of the same shape. */
function plainFirst(code: number): number {
  return code >= 0xfb50 ? code + 0x200000 : code;
}

function textOfSequence(glyphs: readonly number[], texts: ReadonlyMap<number, readonly string[]>): string[] {
  let found = [""];
  for (const glyph of glyphs) {
    const own = texts.get(glyph);
    if (!own) return [];
    found = found.flatMap((before) => own.map((text) => before + text)).slice(0, 6);
  }
  return found;
}

interface Substitution {
  readonly from: readonly number[];
  readonly to: number;
}

function substitutions(gsub: DataView): Substitution[] {
  const lookups = gsub.getUint16(8);
  const found: Substitution[] = [];
  for (let index = 0; index < gsub.getUint16(lookups); index += 1) {
    const lookup = lookups + gsub.getUint16(lookups + 2 + index * 2);
    const type = gsub.getUint16(lookup);
    for (let sub = 0; sub < gsub.getUint16(lookup + 4); sub += 1) {
      const table = lookup + gsub.getUint16(lookup + 6 + sub * 2);
      const extended = type === 7;
      readSubtable(
        gsub,
        extended ? gsub.getUint16(table + 2) : type,
        extended ? table + gsub.getUint32(table + 4) : table,
        found,
      );
    }
  }
  return found;
}

function readSubtable(gsub: DataView, type: number, table: number, found: Substitution[]): void {
  if (type < 1 || type > 4) return; // contextual lookups only say when, the lookups they call say what
  const format = gsub.getUint16(table);
  const covered = coverage(gsub, table + gsub.getUint16(table + 2));
  covered.forEach((glyph, index) => {
    if (type === 1) {
      const to =
        format === 1 ? (glyph + gsub.getInt16(table + 4)) & 0xffff : gsub.getUint16(table + 6 + index * 2);
      found.push({ from: [glyph], to });
      return;
    }
    const list = table + gsub.getUint16(table + 6 + index * 2);
    const entries = gsub.getUint16(list);
    if (type === 2 && entries > 0) found.push({ from: [glyph], to: gsub.getUint16(list + 2) });
    if (type === 3) {
      for (let n = 0; n < entries; n += 1)
        found.push({ from: [glyph], to: gsub.getUint16(list + 2 + n * 2) });
    }
    if (type === 4) {
      for (let n = 0; n < entries; n += 1) {
        const ligature = list + gsub.getUint16(list + 2 + n * 2);
        const rest = Array.from({ length: gsub.getUint16(ligature + 2) - 1 }, (_, k) =>
          gsub.getUint16(ligature + 4 + k * 2),
        );
        found.push({ from: [glyph, ...rest], to: gsub.getUint16(ligature) });
      }
    }
  });
}

function coverage(gsub: DataView, table: number): number[] {
  const count = gsub.getUint16(table + 2);
  if (gsub.getUint16(table) === 1) {
    return Array.from({ length: count }, (_, index) => gsub.getUint16(table + 4 + index * 2));
  }
  const glyphs: number[] = [];
  for (let range = 0; range < count; range += 1) {
    const entry = table + 4 + range * 6;
    for (let glyph = gsub.getUint16(entry); glyph <= gsub.getUint16(entry + 2); glyph += 1)
      glyphs.push(glyph);
  }
  return glyphs;
}
