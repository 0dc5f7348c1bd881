import { tableOf, type Sfnt } from "./sfnt.ts";

/** The font's PostScript name (OpenType 1.9, "name" table, id 6), by which PDF files call it. */
export function postScriptName(font: Sfnt): string {
  const table = tableOf(font, "name");
  const storage = table.getUint16(4);
  for (let index = 0; index < table.getUint16(2); index += 1) {
    const entry = 6 + index * 12;
    if (table.getUint16(entry) !== 3 || table.getUint16(entry + 6) !== 6) continue;
    const from = table.byteOffset + storage + table.getUint16(entry + 10);
    const bytes = Buffer.from(table.buffer, from, table.getUint16(entry + 8));
    return Buffer.from(bytes).swap16().toString("utf16le");
  }
  throw new Error("The font has no PostScript name.");
}
