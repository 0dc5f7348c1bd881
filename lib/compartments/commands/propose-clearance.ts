import { and, eq, isNull } from "drizzle-orm";
import { clearances } from "#db/schema/index.ts";
import { findAccount } from "#lib/accounts/find.ts";
import { AccountId } from "#lib/accounts/vocabulary.ts";
import { findCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { Millis, Reason } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict, Invalid, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { hasLiveRole, mustExist } from "../find.ts";
import { endedClearance } from "../rules.ts";
import { Bit } from "../vocabulary.ts";

/**
 * Clears somebody who works on a case for one of its compartments. For a sensitive one it waits for a second person
 * (`clearance.approve`); nobody clears themselves.
 */
export const proposeClearance = command({
  name: "clearance.propose",
  input: z.strictObject({
    caseId: CaseId,
    accountId: AccountId,
    compartment: Bit,
    /** Milliseconds since 1970, or null for as long as the role. */
    expiresAt: Millis.nullable(),
    reason: Reason,
  }),
  permission: "clearance.propose",
  sight: "member.read",
  isSensitive: true,
  load: (ctx, { caseId }) => findCase(ctx, caseId),
  async run(ctx, { caseId, accountId, compartment, expiresAt, reason }) {
    const account = await findAccount(ctx, accountId);
    if (account.humanId === ctx.scope.humanId) throw new Refused("account.own");
    if (expiresAt !== null && expiresAt <= ctx.now)
      throw new Invalid([{ path: "expiresAt", code: "in_the_past" }]);
    const [named] = await mustExist(ctx.read, compartment, "compartment");
    if (!(await hasLiveRole(ctx, caseId, accountId)))
      throw new Invalid([{ path: "accountId", code: "no_colleague" }]);
    const liveKey = `${caseId}:${accountId}:${compartment}`;
    await endWhatIsOver(ctx, liveKey);
    const atOnce = named?.sensitive === false;
    const made = await ctx.write.insert(clearances, {
      id: newId("clearance"),
      caseId,
      accountId,
      bit: compartment,
      reason,
      proposedAt: ctx.now,
      proposedBy: ctx.scope.accountId,
      approvedAt: atOnce ? ctx.now : null,
      approvedBy: atOnce ? ctx.scope.accountId : null,
      expiresAt,
      endedAt: null,
      endedBy: null,
      liveKey,
    });
    const object = { id: made.id, version: made.version };
    return {
      result: { ...object, waits: !atOnce },
      entry: { object, detail: { accountId, compartment, expiresAt, reason } },
    };
  },
});

type RunContext = Parameters<(typeof proposeClearance)["run"]>[0];

/** One that has run out makes room for the next. @throws Conflict `clearance.held` while there is a live one */
async function endWhatIsOver(ctx: RunContext, liveKey: string): Promise<void> {
  const [held] = await ctx.read
    .select()
    .from(clearances)
    .where(and(eq(clearances.liveKey, liveKey), isNull(clearances.endedAt)));
  if (!held) return;
  if (held.expiresAt === null || held.expiresAt > ctx.now) throw new Conflict("clearance.held");
  await ctx.write.amend(clearances, held.id, held.version, endedClearance(held, held.expiresAt, null));
}
