import { and, eq, isNull } from "drizzle-orm";
import { sources } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { matchesText, SuggestInput } from "#lib/core/suggest.ts";

/** Search-or-create: sources of a case whose name, Arabic name or code holds the text. */
export const suggestSources = query({
  name: "source.suggest",
  input: SuggestInput.extend({ caseId: CaseId }),
  permission: "source.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, text, limit }) {
    const options = await read
      .select({ id: sources.id, code: sources.code, label: sources.name, labelAr: sources.nameAr })
      .from(sources)
      .where(
        and(
          scope.cases(sources.caseId),
          eq(sources.caseId, caseId),
          isNull(sources.retractedAt),
          matchesText(text, [sources.name, sources.nameAr, sources.code]),
        ),
      )
      .orderBy(sources.name, sources.id)
      .limit(limit);
    return { options };
  },
});
