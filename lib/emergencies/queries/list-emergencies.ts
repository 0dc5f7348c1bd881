import { and, eq } from "drizzle-orm";
import { emergencyAccesses } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { emergencies } from "../find.ts";
import { stateOf } from "../rules.ts";

/** The emergency accesses over which the caller watches, newest first: who opened which case, why, and what was found. */
export const listEmergencies = query({
  name: "emergency.list",
  input: z.strictObject({ caseId: CaseId.optional(), page: PageInput }),
  permission: "emergency.read",
  async run({ read, scope, now }, { caseId, page }) {
    const keys = keyset(page, "desc", emergencyAccesses.openedAt, emergencyAccesses.id);
    const mine = scope.acrossCases(emergencyAccesses.caseId, "emergency.read");
    const ofCase = caseId === undefined ? undefined : eq(emergencyAccesses.caseId, caseId);
    const found = await emergencies(read)
      .where(and(mine, ofCase, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const listed = paged(page, found, (row) => ({ key: row.openedAt, id: row.id }));
    return {
      ...listed,
      rows: listed.rows.map(({ humanId, ...row }) => ({
        ...row,
        state: stateOf(row, now),
        isOwn: humanId === scope.humanId,
      })),
    };
  },
});
