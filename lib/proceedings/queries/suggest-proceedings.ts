import { and, eq, isNull, sql } from "drizzle-orm";
import { proceedings } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { matchesText, SuggestInput } from "#lib/core/suggest.ts";

/** Search-or-create: proceedings and responses of a case whose title, summary or code hold the text. */
export const suggestProceedings = query({
  name: "proceeding.suggest",
  input: SuggestInput.extend({ caseId: CaseId }),
  permission: "proceeding.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, text, limit }) {
    const rows = await read
      .select({
        id: proceedings.id,
        code: proceedings.code,
        label: proceedings.title,
        labelAr: sql<string | null>`null`,
      })
      .from(proceedings)
      .where(
        and(
          scope.cases(proceedings.caseId),
          eq(proceedings.caseId, caseId),
          isNull(proceedings.retractedAt),
          matchesText(text, [proceedings.title, proceedings.summary, proceedings.code]),
        ),
      )
      .orderBy(proceedings.title, proceedings.id)
      .limit(limit);
    return { options: rows };
  },
});
