import { caseMembers, clearances } from "#db/schema/index.ts";
import { hasLiveRole, openClearances } from "#lib/compartments/find.ts";
import { endedClearance } from "#lib/compartments/rules.ts";
import { command } from "#lib/core/command.ts";
import { idOf, Reason, RowVersion } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";

/**
 * Ends a role in a case at once: the next request of every open session has lost it. With the last role, all that the
 * person was cleared for there ends too.
 */
export const endMembership = command({
  name: "member.end",
  input: z.strictObject({ memberId: idOf("caseMember"), version: RowVersion, reason: Reason }),
  permission: "member.admit",
  load: (ctx, { memberId }) => findRecord(ctx, caseMembers, memberId),
  async run(ctx, { memberId, version, reason }, member) {
    if (member.endedAt !== null) throw new Conflict("role.not_held");
    const after = await ctx.write.amend(caseMembers, memberId, version, {
      endedAt: ctx.now,
      endedBy: ctx.scope.accountId,
      endReason: reason,
    });
    if (!(await hasLiveRole(ctx, member.caseId, member.accountId)))
      for (const one of await openClearances(ctx, member)) {
        const changes = endedClearance(one, ctx.now, ctx.scope.accountId);
        await ctx.write.amend(clearances, one.id, one.version, changes);
      }
    const object = { id: memberId, version: after.version };
    return { result: object, entry: { object, reason: member.role, detail: { reason } } };
  },
});
