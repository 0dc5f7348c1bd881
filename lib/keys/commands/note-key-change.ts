import { keyPermits } from "#db/schema/index.ts";
import { someoneCanApprove } from "#lib/accounts/find/role-proposals.ts";
import { command } from "#lib/core/command.ts";
import { Refused } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { usableKeyPermit } from "../find.ts";
import { KeyChange } from "../vocabulary.ts";

/**
 * Notes in the log that the keys are about to be changed, and what is done to them: before it is done, since afterwards another
 * key may be needed to write it down. It uses up the yes of another administrator, which is for whoever asked: they are whom that
 * administrator saw standing at the machine. Where there is no other administrator it goes by one alone, and the log says so. Only
 * the terminal of the machine changes keys (bin/keys.ts), so no door leads here.
 */
export const noteKeyChange = command({
  name: "keys.change",
  input: z.strictObject({ what: KeyChange }),
  permission: "keys.keep",
  sight: "keys.keep",
  isSensitive: true,
  load: () => Promise.resolve({ caseId: ORGANISATION }),
  async run(ctx, { what }) {
    const { humanId } = ctx.scope;
    const permit = await usableKeyPermit(ctx.read, what, humanId, ctx.now);
    if (permit === null) {
      if (await someoneCanApprove(ctx, [humanId])) throw new Refused("keys.second_person");
      return { result: {}, entry: { reason: what, rules: ["keys.alone"] } };
    }
    const used = { status: "used" as const, usedAt: ctx.now };
    const { id, version } = await ctx.write.amend(keyPermits, permit.id, permit.version, used);
    return {
      result: {},
      entry: { object: { id, version }, reason: what, rules: ["keys.second_person"] },
    };
  },
});
