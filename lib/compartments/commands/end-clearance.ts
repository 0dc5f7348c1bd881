import { clearances } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findClearance } from "../find.ts";
import { endedClearance } from "../rules.ts";
import { ClearanceId } from "../vocabulary.ts";

/** Ends a clearance, or declines one that was proposed: their next request sees nothing of the compartment. */
export const endClearance = command({
  name: "clearance.end",
  input: z.strictObject({ clearanceId: ClearanceId, version: RowVersion, reason: Reason }),
  permission: "clearance.end",
  sight: "member.read",
  load: (ctx, { clearanceId }) => findClearance(ctx, clearanceId),
  async run(ctx, { clearanceId, version, reason }, { endedAt, liveKey }) {
    if (endedAt !== null) throw new Conflict("clearance.decided");
    const changes = endedClearance({ id: clearanceId, liveKey }, ctx.now, ctx.scope.accountId);
    const after = await ctx.write.amend(clearances, clearanceId, version, changes);
    const object = { id: clearanceId, version: after.version };
    return { result: object, entry: { object, detail: { reason } } };
  },
});
