import { clearances } from "#db/schema/index.ts";
import { maybeHumanOf } from "#lib/accounts/find.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findClearance, hasLiveRole } from "../find.ts";
import { ClearanceId } from "../vocabulary.ts";

/**
 * The second person's yes, of somebody who is neither the one who asked for it nor the one who is cleared. Humans are
 * compared, not accounts. It counts from the next request of that person.
 */
export const approveClearance = command({
  name: "clearance.approve",
  input: z.strictObject({ clearanceId: ClearanceId, version: RowVersion }),
  permission: "clearance.approve",
  sight: "member.read",
  isSensitive: true,
  load: (ctx, { clearanceId }) => findClearance(ctx, clearanceId),
  async run(
    ctx,
    { clearanceId, version },
    { caseId, accountId, proposedBy, approvedAt, endedAt, expiresAt },
  ) {
    if (approvedAt !== null || endedAt !== null || (expiresAt !== null && expiresAt <= ctx.now))
      throw new Conflict("clearance.decided");
    if (!(await hasLiveRole(ctx, caseId, accountId))) throw new Conflict("clearance.decided");
    const parties = [await maybeHumanOf(ctx, accountId), await maybeHumanOf(ctx, proposedBy)];
    if (parties.includes(ctx.scope.humanId)) throw new Refused("clearance.second_person");
    const after = await ctx.write.amend(clearances, clearanceId, version, {
      approvedAt: ctx.now,
      approvedBy: ctx.scope.accountId,
    });
    const object = { id: clearanceId, version: after.version };
    return { result: object, entry: { object, rules: ["clearance.second_person"] } };
  },
});
