import { contactPermits } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { findWitness } from "#lib/witnesses/find.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { z } from "zod";
import { PERMIT_DAYS, PermitKind } from "../vocabulary.ts";

const DAY_MS = 86_400_000;

/**
 * A protection officer's permit for one act: past what a person said about contact, or past the account that they gave already
 * (Eurojust and ICC guidelines, 2022). It is used up by the act, and ends by itself.
 */
export const permitContact = command({
  name: "contact.permit",
  input: z.strictObject({ witnessId: WitnessId, kind: PermitKind, reason: Reason }),
  permission: "contact.permit",
  sight: "witness.read",
  load: (ctx, { witnessId }) => findWitness(ctx, witnessId),
  async run(ctx, { witnessId, kind, reason }, witness) {
    mustStand(witness);
    const permit = await ctx.write.insert(contactPermits, {
      id: newId("contactPermit"),
      caseId: witness.caseId,
      witnessId,
      kind,
      reason,
      givenAt: ctx.now,
      givenBy: ctx.scope.accountId,
      expiresAt: ctx.now + PERMIT_DAYS * DAY_MS,
      usedAt: null,
      usedBy: null,
    });
    return {
      result: { id: permit.id },
      entry: {
        object: { id: permit.id, version: permit.version },
        detail: { witnessId, kind, reason },
      },
    };
  },
});
