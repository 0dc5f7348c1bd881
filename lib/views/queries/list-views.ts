import { and, asc, eq, isNull } from "drizzle-orm";
import { savedViews } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { viewsInSight } from "../find.ts";
import { ListId, VIEWS_SHOWN_MAX } from "../vocabulary.ts";

/** The saved views of a list: one's own and those shared in the case, by name. */
export const listViews = query({
  name: "view.list",
  input: z.strictObject({ caseId: CaseId, list: ListId }),
  permission: "view.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, list }) {
    const { read, scope } = ctx;
    const rows = await read
      .select({
        id: savedViews.id,
        version: savedViews.version,
        name: savedViews.name,
        address: savedViews.address,
        sharing: savedViews.sharing,
        owner: savedViews.ownerAccountId,
      })
      .from(savedViews)
      .where(
        and(
          viewsInSight(ctx),
          eq(savedViews.caseId, caseId),
          eq(savedViews.list, list),
          isNull(savedViews.retractedAt),
        ),
      )
      .orderBy(asc(savedViews.name), asc(savedViews.id))
      .limit(VIEWS_SHOWN_MAX);
    return {
      rows: rows.map(({ owner, ...view }) => ({ ...view, isMine: owner === scope.accountId })),
      may: {
        write: scope.roleFor("view.write", caseId) !== null,
        share: scope.roleFor("view.share", caseId) !== null,
      },
    };
  },
});
