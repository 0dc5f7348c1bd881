import { keyPermits } from "#db/schema/index.ts";
import { someoneCanApprove } from "#lib/accounts/find/role-proposals.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { openKeyPermits } from "../find.ts";
import { KeyChange } from "../vocabulary.ts";

/** Asks another administrator to agree to one change of the keys, which whoever asked then makes at the machine. */
export const requestKeyChange = command({
  name: "keys.request",
  input: z.strictObject({ what: KeyChange }),
  permission: "keys.keep",
  sight: "keys.keep",
  isSensitive: true,
  load: () => Promise.resolve({ caseId: ORGANISATION }),
  async run(ctx, { what }) {
    const { humanId } = ctx.scope;
    const open = await openKeyPermits(ctx);
    if (open.some((one) => one.what === what && one.askedByHumanId === humanId))
      throw new Conflict("keys.asked");
    if (!(await someoneCanApprove(ctx, [humanId]))) throw new Conflict("keys.nobody_agrees");
    const { id, version } = await ctx.write.insert(keyPermits, {
      id: newId("keyPermit"),
      what,
      status: "waiting",
      askedAt: ctx.now,
      askedByHumanId: humanId,
      decidedAt: null,
      decidedByHumanId: null,
      usableUntil: null,
      usedAt: null,
    });
    return { result: { id, version }, entry: { object: { id, version }, reason: what } };
  },
});
