import { eq, getTableColumns, type SQL } from "drizzle-orm";
import { figures, incidents, places, sources } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";

const given = {
  ...getTableColumns(figures),
  source: { id: sources.id, code: sources.code, name: sources.name, nameAr: sources.nameAr },
  incident: { id: incidents.id, code: incidents.code, title: incidents.title, titleAr: incidents.titleAr },
  place: { id: places.id, code: places.code, name: places.name, nameAr: places.nameAr },
};

/** Figures with what they cover by name and by whom they were given, as they stand side by side, by their days. */
export const figuresBeside = (read: Reader, where: SQL | undefined, limit: number) =>
  read
    .select(given)
    .from(figures)
    .innerJoin(sources, eq(sources.id, figures.sourceId))
    .leftJoin(incidents, eq(incidents.id, figures.incidentId))
    .leftJoin(places, eq(places.id, figures.placeId))
    .where(where)
    .orderBy(figures.asOfSort, figures.id)
    .limit(limit);

type Row = Awaited<ReturnType<typeof figuresBeside>>[number];

/** What of a figure stands beside another. */
export const shownBeside = (row: Row) => ({
  id: row.id,
  code: row.code,
  min: row.min,
  max: row.max,
  certainty: row.certainty,
  valueText: row.valueText,
  wording: row.wording,
  asOfEdtf: row.asOfEdtf,
  scope: row.scope,
  incidentId: row.incidentId,
  placeId: row.placeId,
  periodEdtf: row.periodEdtf,
  category: row.category,
  outcome: row.outcome,
  unit: row.unit,
  attributedTo: row.attributedTo,
  source: row.source,
  incident: row.incident,
  place: row.place,
});
