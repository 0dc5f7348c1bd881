import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import { accounts, caseExports, caseMembers, humans, recipients } from "#db/schema/index.ts";
import { findCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";

/** Of each that can be chosen; the newest bags. */
const SHOWN_MAX = 200;

/** What can have been lost of a case: its bags, and the accounts that belong or belonged to it. */
export const listLosses = query({
  name: "breach.losses",
  input: z.strictObject({ caseId: CaseId }),
  permission: "breach.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId }) {
    const { read, scope } = ctx;
    await findCase(ctx, caseId);
    const bags = await read
      .select({
        id: caseExports.id,
        code: caseExports.code,
        contents: caseExports.contents,
        finishedAt: caseExports.finishedAt,
        recipient: { id: recipients.id, name: recipients.name, nameAr: recipients.nameAr },
      })
      .from(caseExports)
      .leftJoin(recipients, eq(recipients.id, caseExports.recipientId))
      .where(
        and(
          scope.cases(caseExports.caseId),
          eq(caseExports.caseId, caseId),
          isNotNull(caseExports.finishedAt),
          isNotNull(caseExports.included),
        ),
      )
      .orderBy(desc(caseExports.createdAt), desc(caseExports.id))
      .limit(SHOWN_MAX);
    const people = await read
      .selectDistinct({ accountId: accounts.id, accountName: accounts.name, displayName: humans.displayName })
      .from(caseMembers)
      .innerJoin(accounts, eq(accounts.id, caseMembers.accountId))
      .innerJoin(humans, eq(humans.id, accounts.humanId))
      .where(and(scope.cases(caseMembers.caseId), eq(caseMembers.caseId, caseId)))
      .orderBy(asc(humans.displayName), asc(accounts.name))
      .limit(SHOWN_MAX);
    return { caseId, bags, people };
  },
});
