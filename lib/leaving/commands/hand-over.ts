import { caseMembers, clearances, findings } from "#db/schema/index.ts";
import { findAccount, maybeMember } from "#lib/accounts/find.ts";
import { AccountId } from "#lib/accounts/vocabulary.ts";
import { passOn } from "#lib/assignments/commands/assign-record.ts";
import { findCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { endedClearance } from "#lib/compartments/rules.ts";
import { command } from "#lib/core/command.ts";
import { Reason } from "#lib/core/fields.ts";
import { Invalid, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { clearancesOf, membershipsOf, permissionFor, workOf } from "../find.ts";

/**
 * Ends somebody's part in one case, by whichever account: their roles and clearances end, what was given to them goes to the successor,
 * and so do their open drafts, which keep their author's name. Findings that they had taken into review wait for all
 * reviewers again. Only leaving asks for it (`account.leave`).
 */
export const handOver = command({
  name: "member.handOver",
  input: z.strictObject({
    caseId: CaseId,
    accountId: AccountId,
    /** Null: nobody goes on with it. */
    successorId: AccountId.nullable(),
    reason: Reason,
  }),
  permission: "member.admit",
  load: (ctx, { caseId }) => findCase(ctx, caseId),
  async run(ctx, { caseId, accountId, successorId, reason }) {
    const { humanId, version } = await findAccount(ctx, accountId);
    if (humanId === ctx.scope.humanId) throw new Refused("account.own");
    const where = { humanId, caseId };
    const work = await workOf(ctx, where);
    const permission = permissionFor(work.testimonies.length + work.findings.length);
    const successor = successorId === null ? null : await maybeMember(ctx, caseId, successorId, permission);
    if (successorId !== null && (successor === null || successor.humanId === humanId))
      throw new Invalid([{ path: "successors", code: "successor_unfit" }]);

    for (const held of await membershipsOf(ctx, where))
      await ctx.write.amend(caseMembers, held.id, held.version, {
        endedAt: ctx.now,
        endedBy: ctx.scope.accountId,
        endReason: reason,
      });
    for (const one of await clearancesOf(ctx, where)) {
      const changes = endedClearance(one, ctx.now, ctx.scope.accountId);
      await ctx.write.amend(clearances, one.id, one.version, changes);
    }
    await passOn(ctx, {
      caseId,
      held: work.assignments,
      besides: [
        ...work.testimonies.map(({ id }) => ({ noun: "testimony" as const, recordId: id })),
        ...work.findings.map(({ id }) => ({ noun: "finding" as const, recordId: id })),
      ],
      to: successor?.humanId ?? null,
    });
    for (const { id, version: at } of work.reviews)
      await ctx.write.amend(findings, id, at, {
        status: "submitted",
        reviewerHumanId: null,
        reviewerConflict: null,
        updatedAt: ctx.now,
      });
    return {
      result: { id: accountId },
      entry: { object: { id: accountId, version }, detail: { successorId, reason } },
    };
  },
});
