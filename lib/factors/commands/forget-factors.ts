import { and, eq, isNull } from "drizzle-orm";
import { externalIdentities, factors } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { beginSeries } from "../acts.ts";
import { maybeSeries } from "../find.ts";

/**
 * Takes all of one's factors out of use, and the recovery codes with them: the next time of signing in connects an app anew.
 * It is the password that is to be shown then: an account at a provider no longer stands in for it.
 * Only the program itself asks for it, where somebody lost their way in (`invitation.accept`, or at the terminal).
 */
export const forgetFactors = command({
  name: "factor.forget",
  input: z.strictObject({}),
  permission: "self.act",
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx) {
    const { accountId } = ctx.scope;
    const live = and(eq(factors.accountId, accountId), isNull(factors.retiredAt));
    await ctx.books.update(factors).set({ retiredAt: ctx.now }).where(live);
    await ctx.books.delete(externalIdentities).where(eq(externalIdentities.accountId, accountId));
    if (await maybeSeries(ctx.read, accountId)) await beginSeries(ctx, accountId);
    return { result: {}, entry: {} };
  },
});
