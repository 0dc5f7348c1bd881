import { and, eq, isNull } from "drizzle-orm";
import { witnesses } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { matchesText, SuggestInput } from "#lib/core/suggest.ts";

/** Search-or-create: witnesses of a case by code alone. A note is never searched. */
export const suggestWitnesses = query({
  name: "witness.suggest",
  input: SuggestInput.extend({ caseId: CaseId }),
  permission: "witness.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, text, limit }) {
    const rows = await read
      .select({ id: witnesses.id, code: witnesses.code })
      .from(witnesses)
      .where(
        and(
          scope.cases(witnesses.caseId),
          eq(witnesses.caseId, caseId),
          isNull(witnesses.retractedAt),
          matchesText(text, [witnesses.code]),
        ),
      )
      .orderBy(witnesses.code)
      .limit(limit);
    return { options: rows.map(({ id, code }) => ({ id, code, label: code, labelAr: null })) };
  },
});
