import { and, eq, getTableColumns } from "drizzle-orm";
import { figures, incidents, places, sources } from "#db/schema/index.ts";
import { query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { z } from "zod";
import { FigureId } from "../vocabulary.ts";

/** One figure with what it points to, and what this caller may do with it. */
export const readFigure = query({
  name: "figure.read",
  input: z.strictObject({ figureId: FigureId }),
  permission: "figure.read",
  async run({ read, scope }, { figureId }) {
    const carriers = read
      .select({ id: sources.id, code: sources.code, name: sources.name, nameAr: sources.nameAr })
      .from(sources)
      .as("carriers");
    const [row] = await read
      .select({
        ...getTableColumns(figures),
        source: { id: sources.id, code: sources.code, name: sources.name, nameAr: sources.nameAr },
        reportedVia: {
          id: carriers.id,
          code: carriers.code,
          name: carriers.name,
          nameAr: carriers.nameAr,
        },
        incident: {
          id: incidents.id,
          code: incidents.code,
          title: incidents.title,
          titleAr: incidents.titleAr,
        },
        place: { id: places.id, code: places.code, name: places.name, nameAr: places.nameAr },
      })
      .from(figures)
      .innerJoin(sources, eq(sources.id, figures.sourceId))
      .leftJoin(carriers, eq(carriers.id, figures.reportedViaId))
      .leftJoin(incidents, eq(incidents.id, figures.incidentId))
      .leftJoin(places, eq(places.id, figures.placeId))
      .where(and(eq(figures.id, figureId), scope.cases(figures.caseId)));
    if (!row) throw new NotFound();
    return {
      ...row,
      may: { write: scope.roleFor("figure.write", row.caseId) !== null && row.retractedAt === null },
    };
  },
});
