import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { places } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { IncidentKind } from "#lib/codebook/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { countUpTo } from "../find/counted.ts";
import { countAt, countOffMap } from "../find/on-map.ts";
import { PRECISION_METRES } from "../rules/precision.ts";
import { CalendarDay, MAP_PLACES_MAX } from "../vocabulary.ts";

/**
 * The places of a case that have a point, with how exactly each is known and what is linked to it, and how much of the
 * case no map can show. Points are as the place holds them: no finer than its precision allows.
 */
export const readMap = query({
  name: "map.read",
  input: z.strictObject({
    caseId: CaseId,
    /** Incidents of this kind only. */
    recordKind: IncidentKind.optional(),
    /** Incidents that begin on this day or later, and on this day or earlier. */
    from: CalendarDay.optional(),
    to: CalendarDay.optional(),
  }),
  permission: "place.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, recordKind, from, to }) {
    const { read, scope } = ctx;
    const filter = { recordKind, from, to };
    const here = and(scope.cases(places.caseId), eq(places.caseId, caseId), isNull(places.retractedAt));
    const rows = await read
      .select({
        id: places.id,
        code: places.code,
        name: places.name,
        nameAr: places.nameAr,
        kind: places.kind,
        precision: places.precision,
        latE5: places.latE5,
        lonE5: places.lonE5,
      })
      .from(places)
      .where(and(here, isNotNull(places.latE5), isNotNull(places.lonE5)))
      .orderBy(asc(places.name), asc(places.id))
      .limit(MAP_PLACES_MAX + 1);
    const points = [];
    for (const { latE5, lonE5, ...place } of rows.slice(0, MAP_PLACES_MAX)) {
      points.push({
        ...place,
        latitude: (latE5 ?? 0) / 100_000,
        longitude: (lonE5 ?? 0) / 100_000,
        /** Radius in metres within which the place is known; null when nothing is said. */
        radiusMetres: PRECISION_METRES[place.precision] ?? null,
        incidents: await countAt(ctx, "incident", place.id, caseId, filter),
        testimonies: await countAt(ctx, "testimony", place.id, caseId, filter),
      });
    }
    return {
      points,
      morePoints: rows.length > MAP_PLACES_MAX,
      placesWithoutPoint: await countUpTo(read, places, and(here, isNull(places.latE5))),
      incidents: await countOffMap(ctx, "incident", caseId, filter),
      testimonies: await countOffMap(ctx, "testimony", caseId, filter),
    };
  },
});
