import { contactPermits } from "#db/schema/index.ts";
import { command, type RunContext } from "#lib/core/command.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { hasTold } from "../find/accounts.ts";
import { contactOf, usablePermit } from "../find/contact.ts";
import { type Contact, whyNoContact } from "../rules/contact.ts";
import { PermitId, type PermitKind } from "../vocabulary.ts";

/** Uses up a permit, in the act that it lets past. No door leads to it. */
export const usePermit = command({
  name: "contact.usePermit",
  input: z.strictObject({ permitId: PermitId }),
  permission: "consent.write",
  sight: "witness.read",
  load: (ctx, { permitId }) => findRecord(ctx, contactPermits, permitId, "witness.read"),
  async run(ctx, { permitId }, { version, witnessId, kind, usedAt, expiresAt }) {
    if (usedAt !== null || expiresAt <= ctx.now) throw new Conflict("contact.permit_over");
    const after = await ctx.write.amend(contactPermits, permitId, version, {
      usedAt: ctx.now,
      usedBy: ctx.scope.accountId,
    });
    const entry = { object: { id: permitId, version: after.version }, detail: { witnessId, kind } };
    return { result: { id: permitId }, entry };
  },
});

/**
 * Holds an act to what the person said about being contacted. To be called by each command that records that somebody was
 * talked to or interviewed, in its transaction.
 * @throws Refused where they do not want it, and no protection officer permitted it
 */
export async function mustBeWanted(ctx: RunContext, witnessId: string, contact: Contact): Promise<void> {
  const rule = whyNoContact(await contactOf(ctx, witnessId), contact);
  if (rule !== null) await mustBePermitted(ctx, witnessId, "contact", rule);
}

/**
 * Holds the recording of an account to two rules: the person wants to be contacted, and nobody is interviewed again by default
 * (Eurojust and ICC guidelines, 2022). It says that there is an account, and nothing of it.
 * @param account whose it is said to be, and which one where it is on record already
 * @throws Refused where no protection officer permitted it
 */
export async function mayBeInterviewed(
  ctx: RunContext,
  account: { readonly witnessId: string; readonly caseId: string; readonly id: string | null },
  contact: Contact,
): Promise<void> {
  const { witnessId, id } = account;
  await mustBeWanted(ctx, witnessId, contact);
  if (await hasTold(ctx, account, id))
    await mustBePermitted(ctx, witnessId, "interview", "contact.prior_account");
}

/** Uses up a permit of a kind. @throws Refused with the rule that it would let past, where there is none */
async function mustBePermitted(ctx: RunContext, witnessId: string, kind: PermitKind, rule: string) {
  const permit = await usablePermit(ctx, witnessId, kind);
  if (!permit) throw new Refused(rule);
  await ctx.run(usePermit, { permitId: permit.id });
}
