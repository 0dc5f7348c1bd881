import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { allegations, appeals, findings, humans } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { given } from "#lib/core/where.ts";
import { AppealState } from "../vocabulary.ts";

/** Appeals of a case, newest first; what its panel votes is shown by none of the rows. */
export const listAppeals = query({
  name: "appeal.list",
  input: z.strictObject({ caseId: CaseId, state: AppealState.optional(), page: PageInput }),
  permission: "appeal.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, state, page }) {
    const keys = keyset(page, "desc", appeals.createdAt, appeals.id);
    const inList = and(scope.cases(appeals.caseId), eq(appeals.caseId, caseId), given(appeals.state, state));
    const rows = await read
      .select({
        id: appeals.id,
        code: appeals.code,
        ground: appeals.ground,
        state: appeals.state,
        createdAt: appeals.createdAt,
        decidedAt: appeals.decidedAt,
        appellantName: humans.displayName,
        finding: { id: findings.id, code: findings.code, facet: findings.facet, number: findings.number },
        allegation: { id: allegations.id, wording: allegations.wording },
      })
      .from(appeals)
      .innerJoin(humans, eq(humans.id, appeals.appellantHumanId))
      .innerJoin(findings, eq(findings.id, appeals.findingId))
      .innerJoin(allegations, eq(allegations.id, findings.allegationId))
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, appeals, inList);
    return { ...paged(page, rows, (row) => ({ key: row.createdAt, id: row.id })), total };
  },
});
