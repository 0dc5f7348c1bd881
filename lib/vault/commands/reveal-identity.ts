import { reveals } from "#db/schema/index.ts";
import { command, type RunContext } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { mustBeKept, tellCustodians } from "../acts.ts";
import { takesSecond } from "../find/demands.ts";
import { findIdentity, usableReveal } from "../find/identities.ts";
import { mustHaveReason } from "../rules/fields.ts";
import { openParts } from "../rules/sealing.ts";
import { sessionMark } from "../rules/session.ts";
import { IdentityId, RevealReason, SHOWN_MS, Why } from "../vocabulary.ts";

/**
 * Opens an identity for two minutes to whoever asks, for a reason that stands in the log in the same transaction; what is said of it
 * in words is sealed there. Those who watch over identities are told. The answer says nothing of it, for answers are kept: it is
 * read by a question of its own.
 */
export const revealIdentity = command({
  name: "identity.reveal",
  input: z.strictObject({ identityId: IdentityId, reasonCode: RevealReason, why: Why }),
  permission: "identity.reveal",
  sight: "identity.read",
  isSensitive: true,
  load: (ctx, { identityId }) => findIdentity(ctx, identityId),
  async run(ctx, { identityId, reasonCode, why }, identity) {
    mustBeKept(identity);
    const given = await permitted(ctx, identity, () => mustHaveReason(reasonCode, why));
    // What does not open is not opened, and nobody is told that it was.
    openParts(ctx.recordKeys, identity);
    const opened = {
      status: "opened" as const,
      openedAt: ctx.now,
      shownUntil: ctx.now + SHOWN_MS,
      sessionMark: sessionMark(ctx.keys, ctx.caller),
    };
    const { caseId, personId, version } = identity;
    const row = given.approved
      ? await ctx.write.amend(reveals, given.approved.id, given.approved.version, opened)
      : await ctx.write.insert(reveals, {
          id: newId("reveal"),
          caseId,
          personId,
          identityId,
          reason: given.reason,
          why: null,
          askedAt: ctx.now,
          askedByHumanId: ctx.scope.humanId,
          askedBy: ctx.scope.accountId,
          decidedAt: null,
          decidedByHumanId: null,
          usableUntil: null,
          ...opened,
        });
    await tellCustodians(ctx, "identity_opened", identity);
    return {
      result: { id: row.id, shownUntil: opened.shownUntil },
      entry: {
        object: { id: identityId, version },
        reason: given.reason,
        ...(given.approved ? { rules: ["vault.second_person"] } : {}),
        ...(why === null ? {} : { detail: { reason: why } }),
      },
    };
  },
});

type Row = Awaited<ReturnType<typeof findIdentity>>;

/** For which reason it may be opened now; where it takes a second person, for the one to which they said yes. @throws Conflict */
async function permitted(
  { read, scope, now }: RunContext,
  identity: Row,
  ownReason: () => (typeof reveals.$inferSelect)["reason"],
) {
  if (!(await takesSecond(read, identity))) return { reason: ownReason(), approved: null };
  const approved = await usableReveal(read, identity.id, scope, now);
  if (approved === null) throw new Conflict("vault.second_needed");
  return { reason: approved.reason, approved };
}
