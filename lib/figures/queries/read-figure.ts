import { and, eq, getTableColumns, isNull, ne } from "drizzle-orm";
import { figures, incidents, places, sources } from "#db/schema/index.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { z } from "zod";
import { figuresBeside, shownBeside } from "../find/beside.ts";
import { comparable, type FigureScopeKeys } from "../rules.ts";
import { FigureId } from "../vocabulary.ts";

/** One figure with what it points to, the other figures of its incident, and what this caller may do with it. */
export const readFigure = query({
  name: "figure.read",
  input: z.strictObject({ figureId: FigureId }),
  permission: "figure.read",
  async run(ctx, { figureId }) {
    const { read, scope } = ctx;
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
      beside: await besideIt(ctx, row),
      may: { write: scope.roleFor("figure.write", row.caseId) !== null && row.retractedAt === null },
    };
  },
});

/** A figure as its page shows it. */
export type Figure = Awaited<ReturnType<typeof readFigure.run>>;

const BESIDE_MAX = 50;

/** The other figures of a figure's incident, each with whether it counts the same thing and, if not, what differs. */
async function besideIt({ read, scope }: AskContext, figure: FigureScopeKeys & { id: string }) {
  if (figure.incidentId === null) return [];
  const others = and(
    scope.cases(figures.caseId),
    eq(figures.incidentId, figure.incidentId),
    ne(figures.id, figure.id),
    isNull(figures.retractedAt),
  );
  const rows = await figuresBeside(read, others, BESIDE_MAX);
  return rows.map((other) => ({ ...shownBeside(other), comparison: comparable(figure, other) }));
}
