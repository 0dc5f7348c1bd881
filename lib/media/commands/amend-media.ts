import { mediaItems } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { amended, mustStand, sortOf } from "#lib/core/outcome.ts";
import { findMedia, mustHoldOutlets } from "../find.ts";
import { mustNameOutletsOnce } from "../rules.ts";
import { MediaFields, MediaId } from "../vocabulary.ts";

/**
 * Changes what is recorded of a media item; the former values stay in the log. Who carried it decides its grade and what it
 * is tied to, so findings that rest on it are rechecked.
 */
export const amendMedia = command({
  name: "media.amend",
  input: MediaFields.extend({ mediaId: MediaId, version: RowVersion }),
  permission: "media.write",
  load: (ctx, { mediaId }) => findMedia(ctx, mediaId),
  async run(ctx, { mediaId, version, ...fields }, item) {
    mustStand(item);
    mustNameOutletsOnce(fields);
    await mustHoldOutlets(ctx, item.caseId, fields);
    const changes = { ...fields, circulatedSort: sortOf(fields.circulatedEdtf), updatedAt: ctx.now };
    const after = await ctx.write.amend(mediaItems, mediaId, version, changes);
    await recheckFindings(ctx, { mediaId });
    return amended(item, after);
  },
});
