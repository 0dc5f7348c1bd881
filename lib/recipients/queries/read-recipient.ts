import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { findRecipient } from "../find.ts";
import { standingOf } from "../rules.ts";
import { RecipientId } from "../vocabulary.ts";

/** One recipient: what was agreed and assured, for what it may be handed something now, and by which rules it may not. */
export const readRecipient = query({
  name: "recipient.read",
  input: z.strictObject({ recipientId: RecipientId }),
  permission: "recipient.read",
  async run(ctx, { recipientId }) {
    const { scope, now } = ctx;
    const row = await findRecipient(ctx, recipientId);
    const mayWrite = scope.roleFor("recipient.write", row.caseId) !== null && row.retractedAt === null;
    return { ...row, standing: standingOf(row, now), may: { write: mayWrite } };
  },
});
