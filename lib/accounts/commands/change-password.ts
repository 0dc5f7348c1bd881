import { and, eq, isNull, ne } from "drizzle-orm";
import { accounts, sessions } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { hashPassword } from "#lib/platform/password.ts";
import { z } from "zod";
import { findOwnAccount, hardToGuess } from "../find.ts";
import { Password } from "../vocabulary.ts";

/**
 * Changes one's own password. The old one was asked for minutes before, as the act is sensitive. Every other session of the
 * account ends (ASVS 5.0, 7.4.3).
 */
export const changePassword = command({
  name: "account.changePassword",
  input: z.strictObject({ password: Password }),
  permission: "self.act",
  secrets: ["password"],
  isSensitive: true,
  async prepare({ password }, caller) {
    return { password: await hashPassword(await hardToGuess(password, caller)) };
  },
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx, { password }) {
    const { id: accountId, version } = await findOwnAccount(ctx);
    const after = await ctx.write.amend(accounts, accountId, version, { passwordHash: password });
    const current = ctx.caller.kind === "person" ? (ctx.caller.session ?? "") : "";
    const others = and(
      eq(sessions.accountId, accountId),
      ne(sessions.id, current),
      isNull(sessions.revokedAt),
    );
    await ctx.books.update(sessions).set({ revokedAt: ctx.now }).where(others);
    const object = { id: accountId, version: after.version };
    return { result: object, entry: { object } };
  },
});
