import { eq } from "drizzle-orm";
import { guideClosings } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { GuideState } from "../vocabulary.ts";

/** Puts the guide to the first steps away, or takes it out again. One's own only. */
export const setGuide = command({
  name: "guide.set",
  input: z.strictObject({ state: GuideState }),
  permission: "self.act",
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx, { state }) {
    const { accountId } = ctx.scope;
    const mine = eq(guideClosings.accountId, accountId);
    const isClosed = (await ctx.read.$count(guideClosings, mine)) > 0;
    if (state === "closed" && !isClosed)
      await ctx.books.insert(guideClosings).values({ accountId, closedAt: ctx.now });
    if (state === "open" && isClosed) await ctx.books.delete(guideClosings).where(mine);
    return { result: { accountId }, entry: { detail: { state } } };
  },
});
