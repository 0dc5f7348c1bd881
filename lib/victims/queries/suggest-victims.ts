import { and, eq, isNull } from "drizzle-orm";
import { victims } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { matchesText, SuggestInput } from "#lib/core/suggest.ts";

/** Search-or-create: victims of a case whose description or code holds the text. */
export const suggestVictims = query({
  name: "victim.suggest",
  input: SuggestInput.extend({ caseId: CaseId }),
  permission: "victim.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, text, limit }) {
    const rows = await read
      .select({ id: victims.id, code: victims.code, label: victims.label })
      .from(victims)
      .where(
        and(
          scope.cases(victims.caseId),
          eq(victims.caseId, caseId),
          isNull(victims.retractedAt),
          matchesText(text, [victims.label, victims.code]),
        ),
      )
      .orderBy(victims.label, victims.id)
      .limit(limit);
    return { options: rows.map((row) => ({ ...row, labelAr: null })) };
  },
});
