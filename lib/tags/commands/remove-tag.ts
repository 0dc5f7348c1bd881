import { taggings } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import { findCaseRecord } from "#lib/records/find.ts";
import { RecordId } from "#lib/records/vocabulary.ts";
import { z } from "zod";
import { findTag, liveTagging } from "../find.ts";
import { liveKeyOf } from "../rules.ts";
import { TagId } from "../vocabulary.ts";

/** Takes a tag off a record. */
export const removeTag = command({
  name: "tag.remove",
  input: z.strictObject({ recordId: RecordId, tagId: TagId }),
  permission: "tag.write",
  load: (ctx, { recordId }) => findCaseRecord(ctx, recordId),
  async run(ctx, { recordId, tagId }, record) {
    const tag = await findTag(ctx, tagId);
    if (tag.caseId !== record.caseId) throw new NotFound();
    const live = await liveTagging(ctx, record.caseId, liveKeyOf(tagId, recordId));
    if (!live) throw new Conflict("tag.not_put");
    const { id, version, liveKey } = live;
    await ctx.write.amend(taggings, id, version, { endedAt: ctx.now, liveKey: `${liveKey}:${id}` });
    return {
      result: { id },
      entry: { object: { id: recordId, version: record.version }, detail: { before: { tag: tag.name } } },
    };
  },
});
