import { and, eq, isNull } from "drizzle-orm";
import { places } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { matchesText, SuggestInput } from "#lib/core/suggest.ts";

/** Search-or-create: places of a case whose name, Arabic name, variants or code hold the text. */
export const suggestPlaces = query({
  name: "place.suggest",
  input: SuggestInput.extend({ caseId: CaseId }),
  permission: "place.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, text, limit }) {
    const rows = await read
      .select({ id: places.id, code: places.code, label: places.name, labelAr: places.nameAr })
      .from(places)
      .where(
        and(
          scope.cases(places.caseId),
          eq(places.caseId, caseId),
          isNull(places.retractedAt),
          matchesText(text, [places.name, places.nameAr, places.variants, places.code]),
        ),
      )
      .orderBy(places.name, places.id)
      .limit(limit);
    return { options: rows };
  },
});
