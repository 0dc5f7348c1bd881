import { mediaItems } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { z } from "zod";
import { findMedia } from "../find.ts";
import { MediaId } from "../vocabulary.ts";

/** Takes a media item back with a reason: it counts for nothing then, and findings that rest on it are rechecked. Nothing is deleted. */
export const retractMedia = command({
  name: "media.retract",
  input: z.strictObject({ mediaId: MediaId, version: RowVersion, reason: Reason }),
  permission: "media.write",
  load: (ctx, { mediaId }) => findMedia(ctx, mediaId),
  async run(ctx, { mediaId, version, reason }, item) {
    mustStand(item);
    const after = await ctx.write.amend(mediaItems, mediaId, version, retraction(ctx, reason));
    await recheckFindings(ctx, { mediaId });
    return retracted(after, reason);
  },
});
