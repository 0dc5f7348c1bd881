import { recipients } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { z } from "zod";
import { findRecipient } from "../find.ts";
import { RecipientId } from "../vocabulary.ts";

/** Takes a recipient back with a reason: from now on it is handed nothing, also not what was built for it. */
export const retractRecipient = command({
  name: "recipient.retract",
  input: z.strictObject({ recipientId: RecipientId, version: RowVersion, reason: Reason }),
  permission: "recipient.write",
  load: (ctx, { recipientId }) => findRecipient(ctx, recipientId),
  async run(ctx, { recipientId, version, reason }, recipient) {
    mustStand(recipient);
    return retracted(
      await ctx.write.amend(recipients, recipientId, version, retraction(ctx, reason)),
      reason,
    );
  },
});
