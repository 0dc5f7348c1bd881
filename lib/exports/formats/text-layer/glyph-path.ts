import { glyphBytes, tableOf, type Sfnt } from "./sfnt.ts";

interface Point {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

/** Font units to the em. */
export function unitsPerEm(font: Sfnt): number {
  return tableOf(font, "head").getUint16(18);
}

/**
 * A glyph's outline as PDF path operators in font units, filled by the non-zero rule (OpenType 1.9, "glyf").
 * Empty for a glyph without an outline.
 */
export function glyphPath(font: Sfnt, glyph: number): string {
  const contours = contoursOf(font, glyph, 0);
  return contours.length === 0 ? "" : `${contours.map(contourPath).join("\n")}\nf`;
}

function contoursOf(font: Sfnt, glyph: number, depth: number): Point[][] {
  const bytes = glyphBytes(font, glyph);
  if (bytes.length === 0) return [];
  if (depth > 8) throw new Error("A glyph of the font is composed of itself.");
  const count = bytes.readInt16BE(0);
  return count >= 0 ? simpleContours(bytes, count) : compositeContours(font, bytes, depth);
}

function simpleContours(bytes: Buffer, count: number): Point[][] {
  const ends = Array.from({ length: count }, (_, index) => bytes.readUInt16BE(10 + index * 2));
  const total = (ends.at(-1) ?? -1) + 1;
  let cursor = 10 + count * 2;
  cursor += 2 + bytes.readUInt16BE(cursor); // instructions
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = bytes.readUInt8(cursor++);
    const repeats = flag & 0x08 ? bytes.readUInt8(cursor++) : 0;
    for (let n = 0; n <= repeats; n += 1) flags.push(flag);
  }
  const axis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? bytes.readUInt8(cursor++) : -bytes.readUInt8(cursor++);
      else if (!(flag & same)) {
        value += bytes.readInt16BE(cursor);
        cursor += 2;
      }
      return value;
    });
  };
  const xs = axis(0x02, 0x10);
  const ys = axis(0x04, 0x20);
  const points = flags.map((flag, index) => ({
    x: xs[index] ?? 0,
    y: ys[index] ?? 0,
    onCurve: (flag & 1) === 1,
  }));
  return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1));
}

function compositeContours(font: Sfnt, bytes: Buffer, depth: number): Point[][] {
  const contours: Point[][] = [];
  let cursor = 10;
  let flags: number;
  do {
    flags = bytes.readUInt16BE(cursor);
    const part = bytes.readUInt16BE(cursor + 2);
    const wide = (flags & 0x0001) !== 0;
    const dx = wide ? bytes.readInt16BE(cursor + 4) : bytes.readInt8(cursor + 4);
    const dy = wide ? bytes.readInt16BE(cursor + 6) : bytes.readInt8(cursor + 5);
    cursor += wide ? 8 : 6;
    const scales = flags & 0x0008 ? 1 : flags & 0x0040 ? 2 : flags & 0x0080 ? 4 : 0;
    const [a, b, c, d] = scaleOf(
      Array.from({ length: scales }, (_, index) => bytes.readInt16BE(cursor + index * 2) / 16384),
    );
    cursor += scales * 2;
    for (const contour of contoursOf(font, part, depth + 1)) {
      contours.push(
        contour.map(({ x, y, onCurve }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, onCurve })),
      );
    }
  } while (flags & 0x0020);
  return contours;
}

function scaleOf(values: readonly number[]): [number, number, number, number] {
  const [first = 1, second = 0, third = 0, fourth = 1] = values;
  if (values.length === 4) return [first, second, third, fourth];
  return values.length === 2 ? [first, 0, 0, second] : [first, 0, 0, first];
}

/** Quadratic splines with implied points between two control points, written as the cubic ones PDF knows. */
function contourPath(points: readonly Point[]): string {
  const first = points[0];
  if (!first) return "";
  const last = points.at(-1) ?? first;
  const start = first.onCurve ? first : last.onCurve ? last : middle(first, last);
  const operators = [`${pair(start)} m`];
  let pen = start;
  let control: Point | null = null;
  const curveTo = (to: Point) => {
    if (control) operators.push(`${pair(between(pen, control))} ${pair(between(to, control))} ${pair(to)} c`);
    else operators.push(`${pair(to)} l`);
    pen = to;
    control = null;
  };
  for (const point of [...points, start]) {
    if (point.onCurve || point === start) curveTo({ ...point, onCurve: true });
    else {
      if (control) curveTo(middle(control, point));
      control = point;
    }
  }
  return [...operators, "h"].join("\n");
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, onCurve: true });

const between = (end: Point, control: Point): Point => ({
  x: (end.x + 2 * control.x) / 3,
  y: (end.y + 2 * control.y) / 3,
  onCurve: true,
});

const pair = ({ x, y }: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
