import { attachments } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { idOf, Reason, RowVersion } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { z } from "zod";

/** Takes an attached file back with a reason; its bytes and its hash stay. */
export const retractAttachment = command({
  name: "testimony.retractAttachment",
  input: z.strictObject({ attachmentId: idOf("attachment"), version: RowVersion, reason: Reason }),
  permission: "testimony.write",
  load: (ctx, { attachmentId }) => findRecord(ctx, attachments, attachmentId),
  async run(ctx, { attachmentId, version, reason }, attachment) {
    mustStand(attachment);
    return retracted(
      await ctx.write.amend(attachments, attachmentId, version, retraction(ctx, reason)),
      reason,
    );
  },
});
