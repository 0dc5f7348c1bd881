import { reveals } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { personKey } from "#lib/core/person-key.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { mustBeKept, tellCustodians } from "../acts.ts";
import { takesSecond } from "../find/demands.ts";
import { findIdentity, usableReveal, waitingReveal } from "../find/identities.ts";
import { mustHaveReason } from "../rules/fields.ts";
import { openParts, sealWhy } from "../rules/sealing.ts";
import { IdentityId, RevealReason, Why } from "../vocabulary.ts";

/** Asks a second person for leave to open an identity, where that takes one. The words go under the key of the person. */
export const requestReveal = command({
  name: "identity.requestReveal",
  input: z.strictObject({ identityId: IdentityId, reasonCode: RevealReason, why: Why }),
  permission: "identity.reveal",
  sight: "identity.read",
  load: (ctx, { identityId }) => findIdentity(ctx, identityId),
  async run(ctx, { identityId, reasonCode, why }, identity) {
    mustBeKept(identity);
    if (!(await takesSecond(ctx.read, identity))) throw new Conflict("vault.no_second_needed");
    const given = mustHaveReason(reasonCode, why);
    const { humanId, accountId } = ctx.scope;
    const live =
      (await waitingReveal(ctx.read, identityId, humanId)) ??
      (await usableReveal(ctx.read, identityId, ctx.scope, ctx.now));
    if (live !== null) throw new Conflict("vault.waits");
    openParts(ctx.recordKeys, identity);
    const { caseId, personId, keyId } = identity;
    const id = newId("reveal");
    const row = await ctx.write.insert(reveals, {
      id,
      caseId,
      personId,
      identityId,
      status: "waiting",
      reason: given,
      why: why === null ? null : sealWhy(personKey(ctx, caseId, keyId), id, why),
      askedAt: ctx.now,
      askedByHumanId: humanId,
      askedBy: accountId,
      decidedAt: null,
      decidedByHumanId: null,
      usableUntil: null,
      openedAt: null,
      shownUntil: null,
      sessionMark: null,
    });
    await tellCustodians(ctx, "identity_waiting", identity);
    return {
      result: { id },
      entry: {
        object: { id, version: row.version },
        reason: given,
        detailOf: identityId,
        detail: { identityId, ...(why === null ? {} : { reason: why }) },
      },
    };
  },
});
