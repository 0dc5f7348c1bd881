import { and, eq, isNull } from "drizzle-orm";
import { provenFactors } from "#db/schema/access.ts";
import { sessions } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { Refused } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";

/** Longest life of a session, whatever happens in it. */
export const SESSION_MS_MAX = 8 * 60 * 60_000;

/**
 * Begins a session for a person whose password and second factor have just been checked. The one before it in the same
 * browser ends: proving who one is gives a new token and leaves no old one (ASVS 5.0, 7.2.4).
 */
export const beginSession = command({
  name: "session.begin",
  input: z.strictObject({ factor: z.enum(provenFactors), replaces: z.string().max(60).nullable() }),
  permission: "self.act",
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx, { factor, replaces }) {
    if (ctx.caller.kind !== "person" || ctx.caller.session !== null) throw new Refused("session.ended");
    const id = newId("session");
    const row = {
      id,
      accountId: ctx.scope.accountId,
      createdAt: ctx.now,
      seenAt: ctx.now,
      expiresAt: ctx.now + SESSION_MS_MAX,
      factor,
    };
    if (replaces !== null) {
      const former = and(eq(sessions.id, replaces), eq(sessions.accountId, ctx.scope.accountId));
      await ctx.books
        .update(sessions)
        .set({ revokedAt: ctx.now })
        .where(and(former, isNull(sessions.revokedAt)));
    }
    await ctx.books.insert(sessions).values(row);
    return { result: { sessionId: id }, entry: { reason: factor } };
  },
});
