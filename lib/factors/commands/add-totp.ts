import { command } from "#lib/core/command.ts";
import { Line } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { contextOfFactor } from "#lib/core/rewrap.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { connectFactor } from "../acts.ts";
import { everHeld } from "../find.ts";
import { stepOfCode } from "../rules.ts";
import { secretOffered } from "../rules/offer.ts";
import { ClockCode } from "../vocabulary.ts";

/** Takes an authenticator app for one's own account, once a code shows that it holds the secret it was offered. */
export const addTotp = command({
  name: "factor.addTotp",
  input: z.strictObject({
    offer: z.string().max(500),
    code: ClockCode,
    label: Line.nullable().optional(),
  }),
  permission: "self.act",
  isSensitive: true,
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx, { offer, code, label = null }) {
    const { accountId } = ctx.scope;
    const now = { accountId, ever: await everHeld(ctx.read, accountId), at: ctx.now };
    const secret = secretOffered(ctx.keys, offer, now);
    const step = stepOfCode(secret, code, ctx.now, null);
    if (step === null) throw new Invalid([{ path: "code", code: "code_wrong" }]);
    const id = newId("factor");
    const sealed = ctx.keys.seal(contextOfFactor(id), Buffer.from(secret, "utf8"));
    await connectFactor(ctx, { id, kind: "totp", label, secret: sealed, lastStep: step });
    return { result: { id }, entry: { object: { id, version: 1 }, reason: "totp" } };
  },
});
