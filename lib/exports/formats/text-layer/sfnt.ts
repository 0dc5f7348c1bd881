/** A table of an OpenType font, and the few tables of it that say which glyph shows which character. */

/** The tables of one font file, by their four-letter tag. */
export interface Sfnt {
  readonly tables: ReadonlyMap<string, DataView>;
}

/**
 * Splits a TrueType font file into its tables (OpenType 1.9, "Organization of an OpenType font").
 * @param bytes a whole .ttf file, or the font program embedded in a PDF
 */
export function readSfnt(bytes: Uint8Array): Sfnt {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, DataView>();
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const offset = view.getUint32(entry + 8);
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, view.getUint32(entry + 12)));
  }
  return { tables };
}

/** The table with that tag; throws when the font has none. */
export function tableOf(font: Sfnt, tag: string): DataView {
  const table = font.tables.get(tag);
  if (!table) throw new Error(`The font has no ${tag} table.`);
  return table;
}

/** How many glyphs the font holds. */
export function glyphCount(font: Sfnt): number {
  return tableOf(font, "maxp").getUint16(4);
}

/** Code point → glyph, from the font's format 4 and format 12 character maps. */
export function characterMap(font: Sfnt): ReadonlyMap<number, number> {
  const cmap = tableOf(font, "cmap");
  const glyphs = new Map<number, number>();
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const offset = cmap.getUint32(4 + index * 8 + 4);
    const format = cmap.getUint16(offset);
    if (format === 4) readFormat4(cmap, offset, glyphs);
    if (format === 12) readFormat12(cmap, offset, glyphs);
  }
  return glyphs;
}

function readFormat4(cmap: DataView, start: number, glyphs: Map<number, number>): void {
  const segments = cmap.getUint16(start + 6) / 2;
  const ends = start + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const first = cmap.getUint16(starts + segment * 2);
    const last = cmap.getUint16(ends + segment * 2);
    const delta = cmap.getUint16(deltas + segment * 2);
    const offset = cmap.getUint16(offsets + segment * 2);
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const listed =
        offset === 0 ? code : cmap.getUint16(offsets + segment * 2 + offset + (code - first) * 2);
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

function readFormat12(cmap: DataView, start: number, glyphs: Map<number, number>): void {
  const groups = cmap.getUint32(start + 12);
  for (let group = 0; group < groups; group += 1) {
    const entry = start + 16 + group * 12;
    const first = cmap.getUint32(entry);
    const last = cmap.getUint32(entry + 4);
    const glyph = cmap.getUint32(entry + 8);
    for (let code = first; code <= last; code += 1) glyphs.set(code, glyph + (code - first));
  }
}

/** The glyph's entry in the glyf table; empty for a glyph without an outline. */
export function glyphBytes(font: Sfnt, glyph: number): Buffer {
  const loca = tableOf(font, "loca");
  const long = tableOf(font, "head").getInt16(50) === 1;
  const at = (index: number) => (long ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2);
  const glyf = tableOf(font, "glyf");
  return Buffer.from(glyf.buffer, glyf.byteOffset + at(glyph), Math.max(0, at(glyph + 1) - at(glyph)));
}

/**
 * A text that two glyphs share exactly when they draw the same outline. Subsetting renumbers glyphs but keeps
 * their outlines, so this finds a subset's glyph again in the full font. Empty for a glyph without an outline.
 */
export function outlineOf(font: Sfnt, glyph: number, depth = 0): string {
  const bytes = glyphBytes(font, glyph);
  if (bytes.length === 0) return "";
  if (bytes.readInt16BE(0) >= 0) return bytes.toString("latin1").replace(/\0+$/, "");
  if (depth > 8) throw new Error("A glyph of the font is composed of itself.");
  return compositeOutline(font, bytes, depth);
}

/** Composite glyphs name their parts by number, which a subset changes: describe each part by its own outline. */
function compositeOutline(font: Sfnt, bytes: Buffer, depth: number): string {
  let outline = "composite";
  let cursor = 10;
  let flags: number;
  do {
    flags = bytes.readUInt16BE(cursor);
    const part = bytes.readUInt16BE(cursor + 2);
    const argumentBytes = flags & 0x0001 ? 4 : 2;
    const scaleBytes = flags & 0x0008 ? 2 : flags & 0x0040 ? 4 : flags & 0x0080 ? 8 : 0;
    const placement = bytes.subarray(cursor + 4, cursor + 4 + argumentBytes + scaleBytes);
    outline += `(${placement.toString("latin1")}|${outlineOf(font, part, depth + 1)})`;
    cursor += 4 + argumentBytes + scaleBytes;
  } while (flags & 0x0020);
  return outline;
}
