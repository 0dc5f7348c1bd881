import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { SessionId } from "../vocabulary.ts";

/** Ends one's own session, another of one's sessions, or all of them: the next request of each fails. */
export const endSession = command({
  name: "session.end",
  input: z.strictObject({ everywhere: z.boolean(), sessionId: SessionId.optional() }),
  permission: "self.act",
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx, { everywhere, sessionId }) {
    const current = ctx.caller.kind === "person" ? ctx.caller.session : null;
    const mine = and(eq(sessions.accountId, ctx.scope.accountId), isNull(sessions.revokedAt));
    const one = sessionId ?? current;
    const which = everywhere || one === null ? mine : and(mine, eq(sessions.id, one));
    const ended = await ctx.books
      .update(sessions)
      .set({ revokedAt: ctx.now })
      .where(which)
      .returning({ id: sessions.id });
    if (sessionId !== undefined && ended.length === 0) throw new NotFound();
    const reason = everywhere
      ? "everywhere"
      : sessionId === undefined || sessionId === current
        ? "here"
        : "one";
    return { result: { everywhere }, entry: { reason } };
  },
});
