import { CaseId } from "#lib/cases/vocabulary.ts";
import { recipients } from "#db/schema/index.ts";
import { findReference } from "#lib/core/find-record.ts";
import { RecipientId } from "#lib/recipients/vocabulary.ts";
import { Purpose } from "#lib/release/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { previewRelease } from "../find/material.ts";

/** What an export would hold now, and what stays and why: for a recipient and a purpose, or for nobody in particular. */
export const previewExport = query({
  name: "export.preview",
  input: z.strictObject({
    caseId: CaseId,
    to: z.strictObject({ recipientId: RecipientId, purpose: Purpose }).optional(),
  }),
  permission: "export.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, to }) {
    if (to === undefined) return previewRelease(ctx, caseId, null);
    const recipient = await findReference(ctx, recipients, to.recipientId, caseId, "recipient.read");
    return previewRelease(ctx, caseId, { recipient, purpose: to.purpose });
  },
});
