import { and, eq, isNull } from "drizzle-orm";
import { actors } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { matchesText, SuggestInput } from "#lib/core/suggest.ts";

/** Search-or-create: actors of a case whose name, Arabic name, other names or code hold the text. */
export const suggestActors = query({
  name: "actor.suggest",
  input: SuggestInput.extend({ caseId: CaseId }),
  permission: "actor.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, text, limit }) {
    const options = await read
      .select({ id: actors.id, code: actors.code, label: actors.name, labelAr: actors.nameAr })
      .from(actors)
      .where(
        and(
          scope.cases(actors.caseId),
          eq(actors.caseId, caseId),
          isNull(actors.retractedAt),
          matchesText(text, [actors.name, actors.nameAr, actors.aliases, actors.code]),
        ),
      )
      .orderBy(actors.name, actors.id)
      .limit(limit);
    return { options };
  },
});
