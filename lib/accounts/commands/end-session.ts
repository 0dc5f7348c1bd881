import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";

/** Ends one's own session, or every session of one's account: the next request of each fails. */
export const endSession = command({
  name: "session.end",
  input: z.strictObject({ everywhere: z.boolean() }),
  permission: "self.act",
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx, { everywhere }) {
    const current = ctx.caller.kind === "person" ? ctx.caller.session : null;
    const mine = and(eq(sessions.accountId, ctx.scope.accountId), isNull(sessions.revokedAt));
    const which = everywhere || current === null ? mine : and(mine, eq(sessions.id, current));
    await ctx.books.update(sessions).set({ revokedAt: ctx.now }).where(which);
    return { result: { everywhere }, entry: { reason: everywhere ? "everywhere" : "here" } };
  },
});
