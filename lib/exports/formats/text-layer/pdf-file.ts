import { deflateSync, inflateSync } from "node:zlib";

/** One indirect object of a PDF: its dictionary (or other value) as text, and its stream when it has one. */
export interface PdfObject {
  head: string;
  stream: Uint8Array | null;
}

/** A PDF taken apart so that single objects can be changed. */
export interface PdfFile {
  readonly header: Uint8Array;
  readonly objects: Map<number, PdfObject>;
  readonly trailer: string;
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

/**
 * Takes apart a PDF with one classic cross-reference table and direct stream lengths, as the compiler writes it
 * (ISO 32000-1, 7.5). Throws on any other kind of file.
 */
export function readPdf(bytes: Uint8Array): PdfFile {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 64)));
  const start = Number(/startxref\s+(\d+)\s+%%EOF/.exec(tail)?.[1] ?? Number.NaN);
  if (!Number.isInteger(start)) throw new Error("The PDF has no cross-reference table.");
  const table = latin1(bytes.subarray(start));
  const offsets = [...table.matchAll(/^(\d{10}) \d{5} n/gm)].map((match) => Number(match[1]));
  const trailer = /trailer\s*(<<[\s\S]*>>)\s*startxref/.exec(table)?.[1];
  if (!trailer || offsets.length === 0) throw new Error("The PDF has no classic cross-reference table.");
  const ordered = [...offsets].sort((a, b) => a - b);
  const objects = new Map<number, PdfObject>();
  ordered.forEach((offset, index) => {
    const [number, object] = readObject(bytes.subarray(offset, ordered[index + 1] ?? start));
    objects.set(number, object);
  });
  return { header: bytes.subarray(0, ordered[0]), objects, trailer };
}

function readObject(bytes: Uint8Array): [number, PdfObject] {
  const marker = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf("stream\n");
  const text = latin1(marker < 0 ? bytes : bytes.subarray(0, marker));
  const opening = /^(\d+) 0 obj\s*/.exec(text);
  if (!opening) throw new Error("The PDF's cross-reference table does not point at its objects.");
  const body = text.slice(opening[0].length).replace(/\s*(endobj\s*)?$/, "");
  const length = marker < 0 ? 0 : Number(/\/Length (\d+)/.exec(body)?.[1]);
  const stream = marker < 0 ? null : bytes.subarray(marker + 7, marker + 7 + length);
  return [Number(opening[1]), { head: body, stream }];
}

/** The content of an object's stream, unpacked. */
export function unpacked(object: PdfObject): Uint8Array {
  if (!object.stream) throw new Error("The PDF object has no stream.");
  return object.head.includes("/FlateDecode") ? inflateSync(object.stream) : object.stream;
}

/** Replaces the content of an object's stream, packed as the original was. */
export function repack(object: PdfObject, content: Uint8Array): void {
  const stream = object.head.includes("/FlateDecode") ? deflateSync(content, { level: 9 }) : content;
  object.stream = stream;
  object.head = object.head.replace(/\/Length \d+/, `/Length ${stream.length}`);
}

/** Adds a packed stream and returns its object number. */
export function addStream(pdf: PdfFile, content: Uint8Array): number {
  const number = Math.max(...pdf.objects.keys()) + 1;
  const stream = deflateSync(content, { level: 9 });
  pdf.objects.set(number, { head: `<<\n  /Length ${stream.length}\n  /Filter /FlateDecode\n>>`, stream });
  return number;
}

/**
 * Adds a drawing that every page can show by its name (a form XObject, ISO 32000-1, 8.10).
 * The compiler gives all pages one shared list of drawings.
 * @param scale from the units of the path to the size of one
 */
export function addDrawing(pdf: PdfFile, name: string, path: string, scale: number): void {
  const number = addStream(pdf, Buffer.from(path, "latin1"));
  const object = pdf.objects.get(number);
  const lists = [...pdf.objects.values()].flatMap(({ head }) => reference(head, "XObject") ?? []);
  const list = pdf.objects.get(lists[0] ?? -1);
  if (!object || !list || new Set(lists).size !== 1)
    throw new Error("The PDF has no shared list of drawings.");
  const frame = `/Type /XObject\n  /Subtype /Form\n  /BBox [${-4 / scale} ${-4 / scale} ${4 / scale} ${4 / scale}]\n  /Matrix [${scale} 0 0 ${scale} 0 0]\n  /Resources <<>>`;
  object.head = object.head.replace("<<", `<<\n  ${frame}`);
  list.head = list.head.replace(/\s*>>$/, `\n  /${name} ${number} 0 R\n>>`);
}

/** The number an entry such as `/ToUnicode 8 0 R` refers to, or null. */
export function reference(head: string, key: string): number | null {
  const found = new RegExp(`/${key}\\s*\\[?\\s*(\\d+) 0 R`).exec(head);
  return found ? Number(found[1]) : null;
}

/** Writes the file again with the same objects in the same order and a new cross-reference table. */
export function writePdf(pdf: PdfFile): Uint8Array {
  const parts: Uint8Array[] = [pdf.header];
  let offset = pdf.header.length;
  const offsets = new Map<number, number>();
  const add = (part: Uint8Array) => {
    parts.push(part);
    offset += part.length;
  };
  for (const [number, object] of pdf.objects) {
    offsets.set(number, offset);
    add(Buffer.from(`${number} 0 obj\n${object.head}\n`, "latin1"));
    if (object.stream) {
      add(Buffer.from("stream\n"));
      add(object.stream);
      add(Buffer.from("\nendstream\n"));
    }
    add(Buffer.from("endobj\n\n"));
  }
  const size = Math.max(...offsets.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const at = offsets.get(number);
    return at === undefined ? "0000000000 65535 f\r\n" : `${String(at).padStart(10, "0")} 00000 n\r\n`;
  });
  add(
    Buffer.from(
      `xref\n0 ${size}\n${rows.join("")}trailer\n${pdf.trailer.replace(/\/Size \d+/, `/Size ${size}`)}\nstartxref\n${offset}\n%%EOF\n`,
      "latin1",
    ),
  );
  return Buffer.concat(parts);
}
