import { anonymities } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { idOf, Reason, RowVersion } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";

/** Somebody who stayed anonymous wants to be known after all: from now on their identity may be recorded. */
export const endAnonymity = command({
  name: "identity.endWaiver",
  input: z.strictObject({ anonymityId: idOf("anonymity"), version: RowVersion, reason: Reason }),
  permission: "identity.write",
  sight: "identity.read",
  load: (ctx, { anonymityId }) => findRecord(ctx, anonymities, anonymityId),
  async run(ctx, { anonymityId, version, reason }, { personId, endedAt }) {
    if (endedAt !== null) throw new Conflict("vault.not_anonymous");
    const row = await ctx.write.amend(anonymities, anonymityId, version, {
      liveKey: anonymityId,
      endedAt: ctx.now,
      endedBy: ctx.scope.accountId,
    });
    return {
      result: { id: anonymityId },
      entry: { object: { id: anonymityId, version: row.version }, detail: { personId, reason } },
    };
  },
});
