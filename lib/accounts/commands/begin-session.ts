import { sessions } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { Refused } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";

/** Longest life of a session, whatever happens in it. */
export const SESSION_MS_MAX = 8 * 60 * 60_000;

/** Begins a session for a person whose password has just been checked. */
export const beginSession = command({
  name: "session.begin",
  input: z.strictObject({}),
  permission: "self.act",
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx) {
    if (ctx.caller.kind !== "person" || ctx.caller.session !== null) throw new Refused("session.ended");
    const id = newId("session");
    const row = {
      id,
      accountId: ctx.scope.accountId,
      createdAt: ctx.now,
      seenAt: ctx.now,
      expiresAt: ctx.now + SESSION_MS_MAX,
    };
    await ctx.books.insert(sessions).values(row);
    return { result: { sessionId: id }, entry: {} };
  },
});
