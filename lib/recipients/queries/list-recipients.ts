import { and, eq, isNull } from "drizzle-orm";
import { recipients } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { standingOf } from "../rules.ts";

/** Whom the case deals with, newest first, and whether each may be handed something now. */
export const listRecipients = query({
  name: "recipient.list",
  input: z.strictObject({ caseId: CaseId, page: PageInput }),
  permission: "recipient.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope, now }, { caseId, page }) {
    const keys = keyset(page, "desc", recipients.createdAt, recipients.id);
    const inList = and(
      scope.cases(recipients.caseId),
      eq(recipients.caseId, caseId),
      isNull(recipients.retractedAt),
    );
    const rows = await read
      .select()
      .from(recipients)
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, recipients, inList);
    const shown = rows.map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      nameAr: row.nameAr,
      recipientClass: row.recipientClass,
      country: row.country,
      agreementUntil: row.agreementUntil,
      createdAt: row.createdAt,
      standing: standingOf(row, now),
    }));
    return { ...paged(page, shown, (row) => ({ key: row.createdAt, id: row.id })), total };
  },
});
