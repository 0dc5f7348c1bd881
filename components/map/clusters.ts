import type { MapPoint } from "./map-view.ts";

/** Points that would cover each other at the present zoom, drawn as one. */
export interface MapCluster {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly points: readonly MapPoint[];
}

/**
 * Gathers points that lie within a distance of each other: each joins the first gathering that is near enough, so the
 * same points always gather the same way.
 * @param distance in the units of the points
 */
export function gather(points: readonly MapPoint[], distance: number): MapCluster[] {
  const groups: MapPoint[][] = [];
  for (const point of points) {
    const near = groups.find(([first]) => first !== undefined && apart(first, point) < distance);
    if (near === undefined) groups.push([point]);
    else near.push(point);
  }
  return groups.map((group) => ({
    key: group.map(({ id }) => id).join(" "),
    x: mean(group.map(({ x }) => x)),
    y: mean(group.map(({ y }) => y)),
    points: group,
  }));
}

const apart = (a: MapPoint, b: MapPoint): number => Math.hypot(a.x - b.x, a.y - b.y);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
