import countries from "#components/map/countries.json";
import governorates from "#components/map/governorates.json";
import type { MapGround, MapPoint } from "#components/map/map-view.ts";
import { type Frame, frameRound, inFrame, metreAt, outline, project } from "#components/map/projection.ts";
import type { readMap } from "#lib/analysis/queries/read-map.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { localNames } from "../../_parts/local-names.ts";

/** The widest part of the map of width 1 in which the names of governorates do not run into each other (6 degrees). */
const LABELLED_WIDTH = 6 / 360;

export type MapFound = Awaited<ReturnType<typeof readMap.run>>;

/** Puts the points of a case into words and onto a map that fits them. */
export async function mapWords(found: MapFound, hrefOf: (placeId: string) => string) {
  const [t, codebook, named, format] = await Promise.all([
    translator("analysis"),
    translator("codebook"),
    localNames(),
    formats(),
  ]);
  const number = ({ count, more }: { count: number; more: boolean }) =>
    more ? t("orMore", { number: format.number(count) }) : format.number(count);
  // A place far away to which nothing is linked does not shrink the rest; zooming out shows it.
  const counted = found.points.filter(
    ({ incidents, testimonies }) => incidents.count + testimonies.count > 0,
  );
  const framed = counted.length > 0 ? counted : found.points;
  const frame = frameRound(framed.map(({ longitude, latitude }) => project(longitude, latitude)));
  const points = found.points.map((point): MapPoint => {
    const [x, y] = inFrame(...project(point.longitude, point.latitude), frame);
    const radius = (point.radiusMetres ?? 0) * metreAt(point.latitude);
    return {
      id: point.id,
      href: hrefOf(point.id),
      name: named(point.name, point.nameAr),
      precision: codebook(`placePrecision.${point.precision}.label`),
      counts: t("map.counts", {
        incidents: point.incidents.count,
        incidentsNumber: number(point.incidents),
        testimonies: point.testimonies.count,
        testimoniesNumber: number(point.testimonies),
      }),
      total: point.incidents.count + point.testimonies.count,
      x,
      y,
      radius: (radius / frame.width) * 1000,
      isMarked: point.isMarked,
    };
  });
  return { points, ground: groundOf(frame, named), number };
}

function groundOf(frame: Frame, named: (name: string, nameAr: string | null) => string): MapGround {
  return {
    countries: outline(
      countries.flatMap(({ rings }) => rings),
      frame,
    ),
    governorates: outline(
      governorates.flatMap(({ rings }) => rings),
      frame,
    ),
    // About how much of the map a governorate takes: named only where the names have room beside each other.
    labelZoomMin: frame.width / LABELLED_WIDTH,
    labels: governorates.flatMap(({ id, name, nameAr, label }) => {
      if (name === null) return [];
      const [x, y] = inFrame(...project(label[0] ?? 0, label[1] ?? 0), frame);
      return [{ key: id, text: named(name, nameAr), x, y }];
    }),
  };
}
