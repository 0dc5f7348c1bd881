import { eq } from "drizzle-orm";
import { externalIdentities } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";

/** Unties one's own account from the provider: the password alone counts again. */
export const untieIdentity = command({
  name: "identity.untie",
  input: z.strictObject({}),
  permission: "self.act",
  isSensitive: true,
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx) {
    await ctx.books.delete(externalIdentities).where(eq(externalIdentities.accountId, ctx.scope.accountId));
    return { result: {}, entry: {} };
  },
});
