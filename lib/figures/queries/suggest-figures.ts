import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { figures } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { matchesText, SuggestInput } from "#lib/core/suggest.ts";
import { figureLabel } from "../find.ts";
import { FIGURE_NUMBER_MAX } from "../vocabulary.ts";

/** Search-or-create: figures of a case whose wording, words or code hold the text, or whose bound is the number typed. */
export const suggestFigures = query({
  name: "figure.suggest",
  input: SuggestInput.extend({ caseId: CaseId }),
  permission: "figure.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, text, limit }) {
    const rows = await read
      .select({ id: figures.id, code: figures.code, label: figureLabel, labelAr: sql<string | null>`null` })
      .from(figures)
      .where(
        and(
          scope.cases(figures.caseId),
          eq(figures.caseId, caseId),
          isNull(figures.retractedAt),
          or(matchesText(text, [figures.wording, figures.valueText, figures.code]), hasBound(text)),
        ),
      )
      .orderBy(figures.asOfSort, figures.id)
      .limit(limit);
    return { options: rows };
  },
});

function hasBound(text: string): SQL | undefined {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : null;
  if (number === null || number > FIGURE_NUMBER_MAX) return undefined;
  return or(eq(figures.min, number), eq(figures.max, number));
}
