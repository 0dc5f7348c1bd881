import { keyPermits } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findOpenKeyPermit } from "../find.ts";
import { KeyPermitId, PERMIT_MS } from "../vocabulary.ts";

/** The other administrator's yes to one change of the keys, within a day. Humans are compared, not accounts. */
export const approveKeyChange = command({
  name: "keys.approve",
  input: z.strictObject({ permitId: KeyPermitId, version: RowVersion }),
  permission: "keys.keep",
  sight: "keys.keep",
  isSensitive: true,
  load: (ctx, { permitId }) => findOpenKeyPermit(ctx, permitId),
  async run(ctx, { permitId, version }, { what, status, askedByHumanId }) {
    if (status !== "waiting") throw new Conflict("keys.decided");
    if (askedByHumanId === ctx.scope.humanId) throw new Refused("keys.own_request");
    const after = await ctx.write.amend(keyPermits, permitId, version, {
      status: "approved",
      decidedAt: ctx.now,
      decidedByHumanId: ctx.scope.humanId,
      usableUntil: ctx.now + PERMIT_MS,
    });
    const object = { id: permitId, version: after.version };
    return {
      result: { id: permitId, version: after.version },
      entry: { object, reason: what, rules: ["keys.second_person"] },
    };
  },
});
