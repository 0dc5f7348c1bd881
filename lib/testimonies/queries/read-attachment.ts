import { attachments } from "#db/schema/index.ts";
import { idOf } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { mustTakeAlong } from "../find/take-along.ts";

/** An attached file's description, for handing out its bytes. Its reading is logged. */
export const readAttachment = query({
  name: "testimony.readAttachment",
  input: z.strictObject({ attachmentId: idOf("attachment") }),
  permission: "testimony.copy",
  async run(ctx, { attachmentId }) {
    const attachment = await findRecord(ctx, attachments, attachmentId);
    mustTakeAlong(ctx, attachment.caseId);
    return attachment;
  },
  traceOf: ({ caseId, id, version }) => ({ caseId, object: { id, version } }),
});
