import { and, eq, isNull } from "drizzle-orm";
import { allegations, incidents } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { matchesText, SuggestInput } from "#lib/core/suggest.ts";

/** Search-or-create: allegations whose wording or code, or whose incident's title, hold the text. */
export const suggestAllegations = query({
  name: "allegation.suggest",
  input: SuggestInput.extend({ caseId: CaseId }),
  permission: "allegation.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, text, limit }) {
    const rows = await read
      .select({
        id: allegations.id,
        code: allegations.code,
        label: allegations.wording,
        violation: allegations.violation,
        incidentTitle: incidents.title,
        incidentTitleAr: incidents.titleAr,
      })
      .from(allegations)
      .innerJoin(incidents, eq(incidents.id, allegations.incidentId))
      .where(
        and(
          scope.cases(allegations.caseId),
          eq(allegations.caseId, caseId),
          isNull(allegations.retractedAt),
          matchesText(text, [allegations.wording, allegations.code, incidents.title, incidents.titleAr]),
        ),
      )
      .orderBy(allegations.occurredSort, allegations.id)
      .limit(limit);
    return { options: rows.map((row) => ({ ...row, labelAr: null })) };
  },
});
