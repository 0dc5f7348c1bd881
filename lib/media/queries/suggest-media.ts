import { and, eq, isNull, sql } from "drizzle-orm";
import { mediaItems } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { matchesText, SuggestInput } from "#lib/core/suggest.ts";

/** Search-or-create: media items of a case whose title, description or code hold the text. */
export const suggestMedia = query({
  name: "media.suggest",
  input: SuggestInput.extend({ caseId: CaseId }),
  permission: "media.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, text, limit }) {
    const rows = await read
      .select({
        id: mediaItems.id,
        code: mediaItems.code,
        label: mediaItems.title,
        labelAr: sql<string | null>`null`,
      })
      .from(mediaItems)
      .where(
        and(
          scope.cases(mediaItems.caseId),
          eq(mediaItems.caseId, caseId),
          isNull(mediaItems.retractedAt),
          matchesText(text, [mediaItems.title, mediaItems.description, mediaItems.code]),
        ),
      )
      .orderBy(mediaItems.title, mediaItems.id)
      .limit(limit);
    return { options: rows };
  },
});
