/** Where a longitude and latitude (degrees, WGS 84) lie on a map of width 1, in the Mercator projection. */
export function project(longitude: number, latitude: number): readonly [x: number, y: number] {
  const held = Math.min(Math.max(latitude, -85), 85);
  const y = Math.log(Math.tan(Math.PI / 4 + (held * Math.PI) / 360));
  return [(longitude + 180) / 360, 0.5 - y / (2 * Math.PI)];
}

/** How long a metre on the ground is on that map at a latitude: the equator has 40,075 km. */
export const metreAt = (latitude: number): number =>
  1 / (40_075_017 * Math.cos((Math.min(Math.abs(latitude), 85) * Math.PI) / 180));

/** A part of the map of width 1. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width to height of every frame. */
export const FRAME_RATIO = 1.6;
const MARGIN = 0.18;
// About 90 km at 35 degrees north: a single place is shown with what lies around it.
const WIDTH_MIN = 0.0025;

/** The smallest frame of the fixed ratio that holds all points with room around them. @param points at least one */
export function frameRound(points: readonly (readonly [number, number])[]): Frame {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const width = Math.max(right - left, (bottom - top) * FRAME_RATIO, WIDTH_MIN) * (1 + 2 * MARGIN);
  const height = width / FRAME_RATIO;
  return { x: (left + right) / 2 - width / 2, y: (top + bottom) / 2 - height / 2, width, height };
}

type Ring = readonly (readonly number[])[];

/**
 * The outline of rings within a frame, as the path of an SVG of 1,000 units width; empty when none comes near.
 * @param around how many times the frame's own size is drawn around it, for moving the map
 */
export function outline(rings: readonly Ring[], frame: Frame, around = 1): string {
  return rings.flatMap((ring) => pathOf(ring, frame, around) ?? []).join("");
}

/** A point of the map of width 1 in the units of that SVG. */
export const inFrame = (x: number, y: number, frame: Frame): readonly [number, number] => [
  ((x - frame.x) / frame.width) * 1000,
  ((y - frame.y) / frame.width) * 1000,
];

function pathOf(ring: Ring, frame: Frame, around: number): string | null {
  const points = ring.map(([longitude = 0, latitude = 0]) => {
    const [x, y] = project(longitude, latitude);
    return inFrame(x, y, frame);
  });
  const [low, high] = [-1000 * around, 1000 * (1 + around)];
  const isNear =
    Math.max(...points.map(([x]) => x)) > low &&
    Math.min(...points.map(([x]) => x)) < high &&
    Math.max(...points.map(([, y]) => y)) > low &&
    Math.min(...points.map(([, y]) => y)) < high;
  if (!isNear) return null;
  // What lies far outside is pulled to the rim: a coast on the other side of the world needs no digits.
  const held = (value: number) => Math.round(Math.min(Math.max(value, low - 500), high + 500) * 10) / 10;
  const texts = points.map(([x, y]) => `${held(x)} ${held(y)}`);
  const kept = texts.filter((text, index) => text !== texts[index - 1]);
  return `M${kept.join("L")}Z`;
}
