import { factors } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Line } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict, Invalid } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { beginSeries } from "../acts.ts";
import { liveFactors, maybeSeries } from "../find.ts";
import { stepOfCode } from "../rules.ts";
import { secretOffered } from "../rules/offer.ts";
import { ClockCode } from "../vocabulary.ts";

const FACTORS_MAX = 10;

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
    const secret = secretOffered(ctx.keys, offer, ctx.now);
    const step = stepOfCode(secret, code, ctx.now, null);
    if (step === null) throw new Invalid([{ path: "code", code: "code_wrong" }]);
    if ((await liveFactors(ctx.read, accountId)).length >= FACTORS_MAX) throw new Conflict("factor.many");
    const id = newId("factor");
    const sealed = ctx.keys.seal(`factor:${id}`, Buffer.from(secret, "utf8"));
    await ctx.books
      .insert(factors)
      .values({ id, accountId, kind: "totp", label, secret: sealed, lastStep: step, createdAt: ctx.now });
    if (!(await maybeSeries(ctx.read, accountId))) await beginSeries(ctx, accountId);
    return { result: { id }, entry: { object: { id, version: 1 }, reason: "totp" } };
  },
});
