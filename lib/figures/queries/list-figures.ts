import { and, eq } from "drizzle-orm";
import { figures, incidents, sources } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { listed } from "#lib/core/listing.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { figureList } from "../find/listing.ts";
import { figureFilters } from "../vocabulary.ts";

/** Figures of a case by the day they were given; a list, never a sum. */
export const listFigures = query({
  name: "figure.list",
  input: z.strictObject({
    caseId: CaseId,
    ...figureFilters,
    direction: z.enum(["asc", "desc"]).default("asc"),
    page: PageInput,
  }),
  permission: "figure.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, direction, page, ...filters }) {
    const { read } = ctx;
    const keys = keyset(page, direction, figures.asOfSort, figures.id);
    const inList = listed(ctx, figureList, caseId, filters);
    const rows = await read
      .select({
        id: figures.id,
        code: figures.code,
        scope: figures.scope,
        category: figures.category,
        outcome: figures.outcome,
        unit: figures.unit,
        attributedTo: figures.attributedTo,
        min: figures.min,
        max: figures.max,
        certainty: figures.certainty,
        valueText: figures.valueText,
        wording: figures.wording,
        asOfEdtf: figures.asOfEdtf,
        asOfSort: figures.asOfSort,
        periodEdtf: figures.periodEdtf,
        source: { id: sources.id, code: sources.code, name: sources.name, nameAr: sources.nameAr },
        incident: {
          id: incidents.id,
          code: incidents.code,
          title: incidents.title,
          titleAr: incidents.titleAr,
        },
      })
      .from(figures)
      .innerJoin(sources, eq(sources.id, figures.sourceId))
      .leftJoin(incidents, eq(incidents.id, figures.incidentId))
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, figures, inList);
    return { ...paged(page, rows, (row) => ({ key: row.asOfSort, id: row.id })), total };
  },
});
