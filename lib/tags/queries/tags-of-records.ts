import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { taggings, tags } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { recordsInSight } from "#lib/records/find.ts";
import { RecordId } from "#lib/records/vocabulary.ts";
import { z } from "zod";

/** As many as a page of a list shows. */
const RECORDS_MAX = 100;

/** The tags of the records of one page of a list; what the caller may not see has none. */
export const tagsOfRecords = query({
  name: "tag.ofMany",
  input: z.strictObject({ caseId: CaseId, recordIds: z.array(RecordId).max(RECORDS_MAX) }),
  permission: "tag.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, recordIds }) {
    if (recordIds.length === 0) return { rows: [] };
    const rows = await ctx.read
      .select({ recordId: taggings.recordId, id: tags.id, name: tags.name })
      .from(taggings)
      .innerJoin(tags, eq(tags.id, taggings.tagId))
      .where(
        and(
          recordsInSight(ctx, taggings),
          eq(taggings.caseId, caseId),
          inArray(taggings.recordId, recordIds),
          isNull(taggings.endedAt),
          isNull(tags.retractedAt),
        ),
      )
      .orderBy(asc(tags.nameKey), asc(tags.id));
    return { rows };
  },
});
