import { recipients } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { findRecipient } from "../find.ts";
import { mustHoldTogether } from "../rules.ts";
import { RecipientFields, RecipientId } from "../vocabulary.ts";

/** Changes what is on record of a recipient. What was built for it is judged by this from the next download on. */
export const amendRecipient = command({
  name: "recipient.amend",
  input: RecipientFields.extend({ recipientId: RecipientId, version: RowVersion }),
  permission: "recipient.write",
  load: (ctx, { recipientId }) => findRecipient(ctx, recipientId),
  async run(ctx, { recipientId, version, ...fields }, recipient) {
    mustStand(recipient);
    mustHoldTogether(fields);
    return amended(
      recipient,
      await ctx.write.amend(recipients, recipientId, version, { ...fields, updatedAt: ctx.now }),
    );
  },
});
