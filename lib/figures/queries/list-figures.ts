import { and, eq, isNull } from "drizzle-orm";
import { figures, incidents, sources } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { FigureCategory, FigureOutcome, FigureScope } from "#lib/codebook/reported.ts";
import { idOf } from "#lib/core/fields.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { given } from "#lib/core/where.ts";
import { z } from "zod";

/** Figures of a case by the day they were given; a list, never a sum. */
export const listFigures = query({
  name: "figure.list",
  input: z.strictObject({
    caseId: CaseId,
    scope: FigureScope.optional(),
    category: FigureCategory.optional(),
    outcome: FigureOutcome.optional(),
    sourceId: idOf("source").optional(),
    incidentId: idOf("incident").optional(),
    direction: z.enum(["asc", "desc"]).default("asc"),
    page: PageInput,
  }),
  permission: "figure.read",
  caseOf: ({ caseId }) => caseId,
  async run(
    { read, scope: sight },
    { caseId, scope, category, outcome, sourceId, incidentId, direction, page },
  ) {
    const keys = keyset(page, direction, figures.asOfSort, figures.id);
    const inList = and(
      sight.cases(figures.caseId),
      eq(figures.caseId, caseId),
      isNull(figures.retractedAt),
      given(figures.scope, scope),
      given(figures.category, category),
      given(figures.outcome, outcome),
      given(figures.sourceId, sourceId),
      given(figures.incidentId, incidentId),
    );
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
