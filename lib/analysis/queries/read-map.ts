import { and, asc, eq, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import { z } from "zod";
import { places } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { IncidentKind } from "#lib/codebook/vocabulary.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { LinkEndId } from "#lib/links/vocabulary.ts";
import { counted } from "../find/counted.ts";
import { recordsOf } from "../find/neighbours.ts";
import { countAt, countOffMap, placesOf } from "../find/on-map.ts";
import { PRECISION_METRES } from "../rules/precision.ts";
import { CalendarDay, MAP_PLACES_MAX, MARKED_PLACES_MAX } from "../vocabulary.ts";

const PLACE = {
  id: places.id,
  code: places.code,
  name: places.name,
  nameAr: places.nameAr,
  kind: places.kind,
  precision: places.precision,
  latE5: places.latE5,
  lonE5: places.lonE5,
};

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
    /** A record whose places are marked. One without any, or hidden from the caller, marks nothing. */
    recordId: LinkEndId.optional(),
  }),
  permission: "place.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, recordKind, from, to, recordId }) {
    const { read, scope } = ctx;
    const filter = { recordKind, from, to };
    const here = and(scope.cases(places.caseId), eq(places.caseId, caseId), isNull(places.retractedAt));
    const pointed = and(here, isNotNull(places.latE5), isNotNull(places.lonE5));
    const placesThat = (where: SQL | undefined, most: number) =>
      read
        .select(PLACE)
        .from(places)
        .where(and(pointed, where))
        .orderBy(asc(places.name), asc(places.id))
        .limit(most);
    const itsPlaces = recordId === undefined ? [] : await placesOf(ctx, caseId, recordId);
    const marked = itsPlaces.slice(0, MARKED_PLACES_MAX);
    const rows = await placesThat(undefined, MAP_PLACES_MAX + 1);
    const drawn = rows.slice(0, MAP_PLACES_MAX);
    const others = marked.filter((id) => !drawn.some((place) => place.id === id));
    if (others.length > 0) drawn.push(...(await placesThat(inArray(places.id, others), others.length)));
    const points = [];
    for (const { latE5, lonE5, ...place } of drawn) {
      points.push({
        ...place,
        isMarked: marked.includes(place.id),
        latitude: (latE5 ?? 0) / 100_000,
        longitude: (lonE5 ?? 0) / 100_000,
        /** Radius in metres within which the place is known; null when nothing is said. */
        radiusMetres: PRECISION_METRES[place.precision] ?? null,
        incidents: await countAt(ctx, "incident", place.id, caseId, filter),
        testimonies: await countAt(ctx, "testimony", place.id, caseId, filter),
      });
    }
    // Only of a record with places in this case: its own case was looked at with them.
    const record =
      recordId === undefined || marked.length === 0 ? null : await recordOf(ctx, caseId, recordId);
    return {
      points,
      /** The record whose places are marked. */
      record: record && { ...record, morePlaces: itsPlaces.length > MARKED_PLACES_MAX },
      morePoints: rows.length > MAP_PLACES_MAX,
      placesWithoutPoint: await counted(read, places, and(here, isNull(places.latE5))),
      incidents: await countOffMap(ctx, "incident", caseId, filter),
      testimonies: await countOffMap(ctx, "testimony", caseId, filter),
    };
  },
});

const recordOf = async (ctx: AskContext, caseId: string, recordId: string) =>
  (await recordsOf(ctx, caseId, [recordId])).get(recordId) ?? null;
