import { taggings } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { mustStand as recordMustStand } from "#lib/core/outcome.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import { findCaseRecord } from "#lib/records/find.ts";
import { RecordId } from "#lib/records/vocabulary.ts";
import { z } from "zod";
import { findTag, liveTagging, tagsOf } from "../find.ts";
import { liveKeyOf, mustStand } from "../rules.ts";
import { TagId, TAGS_PER_RECORD_MAX } from "../vocabulary.ts";

/** Puts a tag of its case on a record. */
export const putTag = command({
  name: "tag.put",
  input: z.strictObject({ recordId: RecordId, tagId: TagId }),
  permission: "tag.write",
  load: (ctx, { recordId }) => findCaseRecord(ctx, recordId),
  async run(ctx, { recordId, tagId }, record) {
    const { caseId, noun } = record;
    const tag = await findTag(ctx, tagId);
    if (tag.caseId !== caseId) throw new NotFound();
    mustStand(tag);
    recordMustStand(record);
    await findOpenCase(ctx, caseId);
    const liveKey = liveKeyOf(tagId, recordId);
    if (await liveTagging(ctx, caseId, liveKey)) throw new Conflict("tag.put_already");
    const own = (await tagsOf(ctx.read, [recordId])).get(recordId) ?? [];
    if (own.length >= TAGS_PER_RECORD_MAX) throw new Conflict("tag.too_many_on_record");
    const tagging = await ctx.write.insert(taggings, {
      id: newId("tagging"),
      caseId,
      tagId,
      noun,
      recordId,
      liveKey,
      createdAt: ctx.now,
      createdBy: ctx.scope.accountId,
    });
    return {
      result: { id: tagging.id },
      entry: { object: { id: recordId, version: record.version }, detail: { after: { tag: tag.name } } },
    };
  },
});
