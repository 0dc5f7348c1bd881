import { and, eq, isNull } from "drizzle-orm";
import { caseMembers } from "#db/schema/index.ts";
import { caseRoles } from "#lib/access/permissions.ts";
import { findAccount, holdsOffice } from "#lib/accounts/find.ts";
import { AccountId } from "#lib/accounts/vocabulary.ts";
import { Millis, OptionalNote } from "#lib/core/fields.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { asTold, tell } from "#lib/core/notices.ts";
import { Conflict, Invalid, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findCase } from "../find.ts";
import { CaseId } from "../vocabulary.ts";

/**
 * Gives an account a role in a case, from now until an end or an expiry. Nobody admits themselves, and no administrator
 * or auditor is admitted, by whichever of their accounts: they read no testimony.
 */
export const admitMember = command({
  name: "member.admit",
  input: z.strictObject({
    caseId: CaseId,
    accountId: AccountId,
    role: z.enum(caseRoles),
    /** Milliseconds since 1970, or null for no expiry. */
    expiresAt: Millis.nullable(),
    /** Why this person works on the case, for those who ask later. */
    reason: OptionalNote.optional(),
  }),
  permission: "member.admit",
  isSensitive: true,
  load: (ctx, { caseId }) => findCase(ctx, caseId),
  async run(ctx, { caseId, accountId, role, expiresAt, reason = null }) {
    const account = await findAccount(ctx, accountId);
    if (account.humanId === ctx.scope.humanId) throw new Refused("account.own");
    if (expiresAt !== null && expiresAt <= ctx.now)
      throw new Invalid([{ path: "expiresAt", code: "in_the_past" }]);
    if (await holdsOffice(ctx, account.humanId)) throw new Conflict("role.holds_office");
    const [held] = await ctx.read
      .select({ id: caseMembers.id })
      .from(caseMembers)
      .where(
        and(
          eq(caseMembers.caseId, caseId),
          eq(caseMembers.accountId, accountId),
          eq(caseMembers.role, role),
          isNull(caseMembers.endedAt),
        ),
      );
    if (held) throw new Conflict("role.held");
    const member = await ctx.write.insert(caseMembers, {
      id: newId("caseMember"),
      caseId,
      accountId,
      role,
      admittedAt: ctx.now,
      admittedBy: ctx.scope.accountId,
      admissionReason: reason,
      expiresAt,
    });
    const told = { to: [account.humanId], kind: "admitted", noun: "case", recordId: caseId } as const;
    await tell(asTold(ctx), { ...told, caseId });
    const { id, version } = member;
    return {
      result: { id, version },
      entry: { object: { id, version }, reason: role, detail: { accountId, expiresAt, reason } },
    };
  },
});
