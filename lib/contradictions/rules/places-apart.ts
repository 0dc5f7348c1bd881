import { PLACE_RADIUS_METRES } from "#lib/codebook/vocabulary.ts";
import type { KnownPlace } from "./claim.ts";

/** Kinds that are areas with edges of their own; a road, a checkpoint or "the coast" may lie in any of them. */
const AREAS = new Set([
  "country",
  "governorate",
  "district",
  "sub_district",
  "city",
  "town",
  "village",
  "neighbourhood",
  "camp",
]);

/**
 * True when two places can be no one place: other than each other, neither within the other, and their points farther apart
 * than both are exact. Where a point is missing, only areas can be told apart, and only by what is recorded of where they lie.
 */
export function placesApart(a: string, b: string, places: ReadonlyMap<string, KnownPlace>): boolean {
  const [one, other] = [places.get(a), places.get(b)];
  if (a === b || !one || !other) return false;
  if (one.within.includes(b) || other.within.includes(a)) return false;
  if (one.possibleDuplicateOfId === b || other.possibleDuplicateOfId === a) return false;
  const [circle, otherCircle] = [circleOf(one), circleOf(other)];
  if (circle && otherCircle) return metresBetween(circle, otherCircle) > circle.radius + otherCircle.radius;
  return areasApart([areaOf(a, places), areaOf(b, places)], places);
}

interface Circle {
  lat: number;
  lon: number;
  radius: number;
}

function circleOf({ precision, latE5, lonE5 }: KnownPlace): Circle | null {
  const radius = (PLACE_RADIUS_METRES as Readonly<Record<string, number | null>>)[precision] ?? null;
  return radius === null || latE5 === null || lonE5 === null
    ? null
    : { lat: latE5 / 1e5, lon: lonE5 / 1e5, radius };
}

/** The place itself where it is an area, else the nearest one that it lies in. */
function areaOf(id: string, places: ReadonlyMap<string, KnownPlace>): string | null {
  const place = places.get(id);
  return [id, ...(place?.within ?? [])].find((one) => AREAS.has(places.get(one)?.kind ?? "")) ?? null;
}

function areasApart(
  [a, b]: readonly [string | null, string | null],
  places: ReadonlyMap<string, KnownPlace>,
): boolean {
  const one = a === null ? undefined : places.get(a);
  const other = b === null ? undefined : places.get(b);
  if (!one || !other || a === null || b === null || a === b) return false;
  if (one.within.includes(b) || other.within.includes(a)) return false;
  return one.kind === other.kind || (one.within.length > 0 && other.within.length > 0);
}

const EARTH_METRES = 6_371_000;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The way along the earth's surface (haversine). */
function metresBetween(a: Circle, b: Circle): number {
  const [lat, lon] = [radians(b.lat - a.lat), radians(b.lon - a.lon)];
  const half =
    Math.sin(lat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(lon / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
}
