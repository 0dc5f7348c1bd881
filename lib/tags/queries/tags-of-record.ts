import { findCase } from "#lib/cases/find.ts";
import { query } from "#lib/core/query.ts";
import { findCaseRecord } from "#lib/records/find.ts";
import { RecordId } from "#lib/records/vocabulary.ts";
import { z } from "zod";
import { tagsOf } from "../find.ts";

/** The tags of one record. */
export const tagsOfRecord = query({
  name: "tag.of",
  input: z.strictObject({ recordId: RecordId }),
  permission: "tag.read",
  async run(ctx, { recordId }) {
    const record = await findCaseRecord(ctx, recordId);
    const caseFile = await findCase(ctx, record.caseId);
    const isOpen = record.retractedAt === null && caseFile.retractedAt === null;
    return {
      caseId: record.caseId,
      tags: (await tagsOf(ctx.read, [recordId])).get(recordId) ?? [],
      may: { write: isOpen && ctx.scope.roleFor("tag.write", record.caseId) !== null },
    };
  },
});
