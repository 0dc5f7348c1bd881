import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { figures, incidents } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { FigureUnit } from "#lib/codebook/reported.ts";
import { UNKNOWN_DATE } from "#lib/core/uncertain-date.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { scopeOf } from "#lib/figures/rules.ts";
import { IncidentId } from "#lib/incidents/vocabulary.ts";
import { figuresGiven } from "../find/figures-given.ts";
import { isAfterGap, rangeOf, scaleOf } from "../rules/figure-ranges.ts";
import { INCIDENTS_OFFERED_MAX, RANGES_MAX } from "../vocabulary.ts";

/**
 * The published counts of a whole event, or of one incident, on one scale and in the order of the days on which their sources
 * stood at them: who gave which number, how firmly, of what. Of one unit only. Each number is one that somebody stated; nothing
 * is added up, and those that say that they count the same thing name each other.
 */
export const readFigureRanges = query({
  name: "figure.ranges",
  input: z.strictObject({
    caseId: CaseId,
    /** Of this incident alone; else of the whole event. */
    incidentId: IncidentId.optional(),
    /** What is counted; where there is none of it, persons or what there is. */
    unit: FigureUnit.optional(),
  }),
  permission: "figure.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, incidentId, unit: wanted }) {
    const chosen = incidentId === undefined ? null : await incidentOf({ read, scope }, caseId, incidentId);
    const inCase = and(scope.cases(figures.caseId), eq(figures.caseId, caseId), isNull(figures.retractedAt));
    const about =
      incidentId === undefined
        ? eq(figures.scope, "whole_event")
        : and(eq(figures.scope, "incident"), eq(figures.incidentId, incidentId));
    const given = await read
      .selectDistinct({ unit: figures.unit })
      .from(figures)
      .where(and(inCase, about))
      .orderBy(asc(figures.unit));
    const units = FigureUnit.options.filter((one) => given.some(({ unit }) => unit === one));
    const unit = units.find((one) => one === wanted) ?? units[0] ?? null;
    const rows =
      unit === null
        ? []
        : await figuresGiven(read, and(inCase, about, eq(figures.unit, unit)), RANGES_MAX + 1);
    const shown = rows.slice(0, RANGES_MAX);
    const scale = scaleOf(shown);
    const alike = Map.groupBy(shown, scopeOf);
    const drawn = shown.map((figure) => ({
      ...figure,
      asOfEdtf: figure.asOfEdtf === UNKNOWN_DATE.edtf ? null : figure.asOfEdtf,
      range: scale && rangeOf(figure, scale),
      countsTheSame: sameAs(figure.id, alike.get(scopeOf(figure)) ?? [], scopeOf(figure)),
    }));
    const offered = await read
      .selectDistinct({ id: incidents.id, title: incidents.title, titleAr: incidents.titleAr })
      .from(figures)
      .innerJoin(incidents, eq(incidents.id, figures.incidentId))
      .where(and(inCase, eq(figures.scope, "incident"), isNull(incidents.retractedAt)))
      .orderBy(asc(incidents.title), asc(incidents.id))
      .limit(INCIDENTS_OFFERED_MAX);
    return {
      /** Whose counts they are; null: those of the whole event. */
      chosen,
      unit,
      /** The units of which there are figures of this scope. */
      units,
      scale,
      days: inDays(drawn),
      hasMore: rows.length > RANGES_MAX,
      /** Incidents that have figures of their own. */
      incidents: offered,
    };
  },
});

/** The incident asked about, also one that was retracted while its figures stand. @throws NotFound of another case, or out of scope */
async function incidentOf(
  { read, scope }: Pick<AskContext, "read" | "scope">,
  caseId: string,
  incidentId: string,
) {
  const [row] = await read
    .select({ id: incidents.id, title: incidents.title, titleAr: incidents.titleAr })
    .from(incidents)
    .where(and(eq(incidents.id, incidentId), eq(incidents.caseId, caseId), scope.cases(incidents.caseId)));
  if (row === undefined) throw new NotFound();
  return row;
}

const sameAs = (id: string, some: readonly { id: string }[], key: string | null): string[] =>
  key === null ? [] : some.map((one) => one.id).filter((one) => one !== id);

interface OfDay {
  readonly asOfEdtf: string | null;
  readonly source: { readonly id: string };
}

/** By the days on which they were given, those of one publisher beside each other; last, those without a day. */
function inDays<T extends OfDay>(drawn: readonly T[]) {
  const dated = Map.groupBy(
    drawn.filter(({ asOfEdtf }) => asOfEdtf !== null),
    ({ asOfEdtf }) => asOfEdtf,
  );
  const undated = drawn.filter(({ asOfEdtf }) => asOfEdtf === null);
  const publishers = [...new Set(drawn.map(({ source }) => source.id))];
  const byPublisher = (some: readonly T[]) =>
    some.toSorted((a, b) => publishers.indexOf(a.source.id) - publishers.indexOf(b.source.id));
  const days = [...dated].map(([edtf, some], at, all) => ({
    edtf,
    isAfterGap: isAfterGap(all[at - 1]?.[0] ?? null, edtf),
    figures: byPublisher(some),
  }));
  return undated.length === 0
    ? days
    : [...days, { edtf: null, isAfterGap: true, figures: byPublisher(undated) }];
}

/** The published counts of one scope, as a chart draws them. */
export type FigureRanges = Awaited<ReturnType<typeof readFigureRanges.run>>;
