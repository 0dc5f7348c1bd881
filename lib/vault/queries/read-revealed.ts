import { about } from "#lib/core/denials.ts";
import { query } from "#lib/core/query.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findIdentity, findReveal } from "../find/identities.ts";
import { openParts } from "../rules/sealing.ts";
import { sessionMark } from "../rules/session.ts";
import { RevealId } from "../vocabulary.ts";

/** What was opened, to the account and the session that opened it, while it is open. */
export const readRevealed = query({
  name: "identity.readRevealed",
  input: z.strictObject({ revealId: RevealId }),
  permission: "identity.reveal",
  async run(ctx, { revealId }) {
    const { caller, scope, now, keys, recordKeys } = ctx;
    const reveal = await findReveal(ctx, revealId, "identity.reveal");
    const row = await findIdentity(ctx, reveal.identityId, "identity.reveal");
    const { id, version, caseId } = row;
    return about({ id, version }, caseId, async () => {
      if (reveal.askedBy !== scope.accountId) throw new Refused("reveal.of_another");
      const { shownUntil, reason } = reveal;
      if (shownUntil === null || reveal.sessionMark !== sessionMark(keys, caller) || now >= shownUntil)
        throw new Conflict("reveal.over");
      if (row.shreddedAt !== null) throw new Conflict("vault.shredded");
      return { identity: { id, version, caseId }, reason, shownUntil, opened: openParts(recordKeys, row) };
    });
  },
  traceOf: ({ identity: { id, version, caseId }, reason }) => ({ caseId, object: { id, version }, reason }),
});
