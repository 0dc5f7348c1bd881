import { and, eq, getTableColumns } from "drizzle-orm";
import { accounts, humans, referrals } from "#db/schema/index.ts";
import { keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { z } from "zod";

/** What help was offered to a person and what became of it, the newest first. It says much about them: it is traced. */
export const listReferrals = query({
  name: "referral.list",
  input: z.strictObject({ witnessId: WitnessId, page: PageInput }),
  permission: "referral.read",
  async run(ctx, { witnessId, page }) {
    const { read, scope } = ctx;
    const { id, code, version, caseId, retractedAt } = await findWitness(ctx, witnessId);
    const keys = keyset(page, "desc", referrals.recordedAt, referrals.id);
    const rows = await read
      .select({ ...getTableColumns(referrals), by: humans.displayName })
      .from(referrals)
      .leftJoin(accounts, eq(accounts.id, referrals.recordedBy))
      .leftJoin(humans, eq(humans.id, accounts.humanId))
      .where(and(eq(referrals.witnessId, witnessId), scope.cases(referrals.caseId), keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const mayWrite = scope.roleFor("referral.write", caseId) !== null;
    return {
      witness: { id, code, version, caseId },
      ...paged(page, rows, (row) => ({ key: row.recordedAt, id: row.id })),
      may: { record: mayWrite && retractedAt === null, followUp: mayWrite },
    };
  },
  traceOf: ({ witness: { id, version, caseId } }) => ({ caseId, object: { id, version } }),
});
