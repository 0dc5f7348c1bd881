import { and, desc, eq, isNull } from "drizzle-orm";
import { testimonies } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { matchesText, SuggestInput } from "#lib/core/suggest.ts";

/** Search-or-create: testimonies of a case by title or code. */
export const suggestTestimonies = query({
  name: "testimony.suggest",
  input: SuggestInput.extend({ caseId: CaseId }),
  permission: "testimony.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, text, limit }) {
    const options = await read
      .select({ id: testimonies.id, code: testimonies.code, label: testimonies.title })
      .from(testimonies)
      .where(
        and(
          scope.cases(testimonies.caseId),
          eq(testimonies.caseId, caseId),
          isNull(testimonies.retractedAt),
          matchesText(text, [testimonies.title, testimonies.code]),
        ),
      )
      .orderBy(desc(testimonies.updatedAt), testimonies.id)
      .limit(limit);
    return { options };
  },
});
