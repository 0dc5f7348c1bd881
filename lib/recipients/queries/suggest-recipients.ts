import { and, eq, isNull } from "drizzle-orm";
import { recipients } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { matchesText, SuggestInput } from "#lib/core/suggest.ts";

/** Recipients of a case whose name or code holds the text. */
export const suggestRecipients = query({
  name: "recipient.suggest",
  input: SuggestInput.extend({ caseId: CaseId }),
  permission: "recipient.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, text, limit }) {
    const rows = await read
      .select({
        id: recipients.id,
        code: recipients.code,
        label: recipients.name,
        labelAr: recipients.nameAr,
      })
      .from(recipients)
      .where(
        and(
          scope.cases(recipients.caseId),
          eq(recipients.caseId, caseId),
          isNull(recipients.retractedAt),
          matchesText(text, [recipients.name, recipients.nameAr, recipients.code]),
        ),
      )
      .orderBy(recipients.name, recipients.id)
      .limit(limit);
    return { options: rows };
  },
});
