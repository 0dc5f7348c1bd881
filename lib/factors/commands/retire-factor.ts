import { eq } from "drizzle-orm";
import { factors } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { findFactor, liveFactors } from "../find.ts";
import { FactorId } from "../vocabulary.ts";

/** Takes one of one's own factors out of use, never the last one. */
export const retireFactor = command({
  name: "factor.retire",
  input: z.strictObject({ factorId: FactorId }),
  permission: "self.act",
  isSensitive: true,
  load: async (ctx, { factorId }) => ({
    caseId: ORGANISATION,
    ...(await findFactor(ctx.read, ctx.scope.accountId, factorId)),
  }),
  async run(ctx, { factorId }, { kind }) {
    if ((await liveFactors(ctx.read, ctx.scope.accountId)).length < 2) throw new Conflict("factor.last");
    await ctx.books.update(factors).set({ retiredAt: ctx.now }).where(eq(factors.id, factorId));
    return { result: { id: factorId }, entry: { object: { id: factorId, version: 1 }, reason: kind } };
  },
});
