import { and, eq, inArray } from "drizzle-orm";
import { figures } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { barOf, scaleTop } from "#lib/analysis/rules/figure-bar.ts";
import { query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { z } from "zod";
import { figuresBeside, shownBeside } from "../find/beside.ts";
import { comparable } from "../rules.ts";
import { FigureId } from "../vocabulary.ts";
import { COMPARED_MAX, COMPARED_MIN, FIGURE_SCOPE_KEYS } from "../words.ts";

/**
 * Two to six figures side by side: what each says it covers, key by key, and of every two whether they count the same thing. No
 * number is made of theirs.
 */
export const compareFigures = query({
  name: "figure.compare",
  input: z.strictObject({
    caseId: CaseId,
    figureIds: z.array(FigureId).min(COMPARED_MIN).max(COMPARED_MAX),
  }),
  permission: "figure.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, figureIds }) {
    const wanted = [...new Set(figureIds)];
    const which = and(scope.cases(figures.caseId), eq(figures.caseId, caseId), inArray(figures.id, wanted));
    const rows = await figuresBeside(read, which, COMPARED_MAX);
    if (rows.length !== wanted.length) throw new NotFound();
    const pairs = rows.flatMap((one, at) =>
      rows.slice(at + 1).map((other) => ({ one: one.id, other: other.id, ...comparable(one, other) })),
    );
    const top = scaleTop(rows);
    return {
      figures: rows.map((row) => ({
        ...shownBeside(row),
        isRetracted: row.retractedAt !== null,
        bar: barOf(row, top),
      })),
      /** Where the scale ends on which they are drawn, if they count the same thing. */
      top,
      /** The keys in which they are not all the same, or which nobody states. */
      differing: FIGURE_SCOPE_KEYS.filter((key) =>
        pairs.some((pair) => !pair.comparable && pair.because.includes(key)),
      ),
      pairs,
    };
  },
});

/** Figures side by side, as their page shows them. */
export type ComparedFigures = Awaited<ReturnType<typeof compareFigures.run>>;
