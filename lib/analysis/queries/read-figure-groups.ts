import { and, eq, isNull } from "drizzle-orm";
import { figures } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { scopeOf } from "#lib/figures/rules.ts";
import { z } from "zod";
import { figuresGiven } from "../find/figures-given.ts";
import { barOf, scaleTop } from "../rules/figure-bar.ts";

/** Figures looked at, the earliest first; a case with more is told so. */
const FIGURES_MAX = 1_000;
const GROUPS_MAX = 40;

/**
 * The figures of a case that count the same thing, set side by side in the order of their days: by whom, how many, how
 * firmly. Nothing is added up, and figures of different scope never share a scale.
 */
export const readFigureGroups = query({
  name: "figure.groups",
  input: z.strictObject({ caseId: CaseId }),
  permission: "figure.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId }) {
    const which = and(scope.cases(figures.caseId), eq(figures.caseId, caseId), isNull(figures.retractedAt));
    const rows = await figuresGiven(read, which, FIGURES_MAX + 1);
    const looked = rows.slice(0, FIGURES_MAX);
    const alike = [...Map.groupBy(looked, scopeOf)].flatMap(([key, some]) => (key === null ? [] : [some]));
    const groups = alike
      .map((some) => {
        const top = scaleTop(some);
        return { figures: some.map((figure) => ({ ...figure, bar: barOf(figure, top) })), top };
      })
      .filter((group) => group.figures.length > 1)
      .toSorted((a, b) => b.figures.length - a.figures.length);
    const shown = groups.slice(0, GROUPS_MAX);
    return {
      groups: shown,
      /** Figures beside which no other counts the same, and those of groups that are not shown. */
      others: looked.length - shown.reduce((sum, group) => sum + group.figures.length, 0),
      hasMore: rows.length > FIGURES_MAX,
    };
  },
});
