import { and, inArray } from "drizzle-orm";
import { notices } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { RecordId } from "#lib/records/vocabulary.ts";
import { z } from "zod";
import { myUnread } from "../find.ts";

/** As many as a page of a list shows. */
const RECORDS_MAX = 100;

/** Of which records of one page of a list the caller was told something that they have not read. */
export const unreadOfRecords = query({
  name: "notice.unreadOf",
  input: z.strictObject({ caseId: CaseId, recordIds: z.array(RecordId).max(RECORDS_MAX) }),
  permission: "case.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { recordIds }) {
    if (recordIds.length === 0) return { ids: [] };
    const rows = await ctx.read
      .selectDistinct({ id: notices.recordId })
      .from(notices)
      .where(and(myUnread(ctx), inArray(notices.recordId, recordIds)));
    return { ids: rows.map(({ id }) => id) };
  },
});
