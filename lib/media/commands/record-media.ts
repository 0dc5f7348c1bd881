import { mediaItems } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey } from "#lib/core/fields.ts";
import { newRecord, recorded, sortOf } from "#lib/core/outcome.ts";
import { mustHoldOutlets } from "../find.ts";
import { mustNameOutletsOnce } from "../rules.ts";
import { MediaFields } from "../vocabulary.ts";

/** Records a media item that others published: described here, not held. */
export const recordMedia = command({
  name: "media.record",
  input: MediaFields.extend({ caseId: CaseId, importKey: ImportKey }),
  permission: "media.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, ...fields }) {
    mustNameOutletsOnce(fields);
    await mustHoldOutlets(ctx, caseId, fields);
    const item = await ctx.write.insert(mediaItems, {
      ...newRecord(ctx, "media", "M"),
      caseId,
      importKey,
      ...fields,
      circulatedSort: sortOf(fields.circulatedEdtf),
    });
    return recorded(item);
  },
});
