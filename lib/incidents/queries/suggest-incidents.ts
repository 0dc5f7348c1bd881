import { and, eq, isNull } from "drizzle-orm";
import { incidents } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { matchesText, SuggestInput } from "#lib/core/suggest.ts";

/** Search-or-create: incidents of a case whose title, Arabic title or code holds the text. */
export const suggestIncidents = query({
  name: "incident.suggest",
  input: SuggestInput.extend({ caseId: CaseId }),
  permission: "incident.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, text, limit }) {
    const options = await read
      .select({ id: incidents.id, code: incidents.code, label: incidents.title, labelAr: incidents.titleAr })
      .from(incidents)
      .where(
        and(
          scope.cases(incidents.caseId),
          eq(incidents.caseId, caseId),
          isNull(incidents.retractedAt),
          matchesText(text, [incidents.title, incidents.titleAr, incidents.code]),
        ),
      )
      .orderBy(incidents.title, incidents.id)
      .limit(limit);
    return { options };
  },
});
