import { asc, eq, type SQL } from "drizzle-orm";
import { figures, incidents, places, sources } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";

/** Figures as they were given, by the days on which their sources stood at them, with what each of them covers. */
export const figuresGiven = (read: Reader, where: SQL | undefined, limit: number) =>
  read
    .select({
      id: figures.id,
      code: figures.code,
      scope: figures.scope,
      incidentId: figures.incidentId,
      placeId: figures.placeId,
      periodEdtf: figures.periodEdtf,
      category: figures.category,
      outcome: figures.outcome,
      unit: figures.unit,
      attributedTo: figures.attributedTo,
      min: figures.min,
      max: figures.max,
      certainty: figures.certainty,
      valueText: figures.valueText,
      asOfEdtf: figures.asOfEdtf,
      source: { id: sources.id, name: sources.name, nameAr: sources.nameAr },
      incident: { title: incidents.title, titleAr: incidents.titleAr },
      place: { name: places.name, nameAr: places.nameAr },
    })
    .from(figures)
    .innerJoin(sources, eq(sources.id, figures.sourceId))
    .leftJoin(incidents, eq(incidents.id, figures.incidentId))
    .leftJoin(places, eq(places.id, figures.placeId))
    .where(where)
    .orderBy(asc(figures.asOfSort), asc(figures.id))
    .limit(limit);
