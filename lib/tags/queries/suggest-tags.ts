import { and, asc, eq, isNull } from "drizzle-orm";
import { tags } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { matchesText, SuggestInput } from "#lib/core/suggest.ts";

/** Search-or-create: tags of a case whose name holds the text. */
export const suggestTags = query({
  name: "tag.suggest",
  input: SuggestInput.extend({ caseId: CaseId }),
  permission: "tag.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, text, limit }) {
    const rows = await read
      .select({ id: tags.id, label: tags.name })
      .from(tags)
      .where(
        and(
          scope.cases(tags.caseId),
          eq(tags.caseId, caseId),
          isNull(tags.retractedAt),
          matchesText(text, [tags.nameKey]),
        ),
      )
      .orderBy(asc(tags.nameKey), asc(tags.id))
      .limit(limit);
    return { options: rows.map((row) => ({ ...row, code: "" })) };
  },
});
