import { eq } from "drizzle-orm";
import { externalIdentities } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { maybeTiedAccount } from "../find.ts";
import { proofIn } from "../rules/leave.ts";

/**
 * Ties one's own account to who one is at the provider: from now on this stands in place of the password. It replaces what
 * the account was tied to before.
 */
export const tieIdentity = command({
  name: "identity.tie",
  input: z.strictObject({ proof: z.string().max(1_000) }),
  permission: "self.act",
  isSensitive: true,
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx, { proof }) {
    const { accountId } = ctx.scope;
    const { identityHash, issuer } = proofIn(ctx.keys, proof, { accountId, at: ctx.now });
    const tied = await maybeTiedAccount(ctx.read, identityHash);
    if (tied !== null && tied !== accountId) throw new Conflict("identity.known");
    await ctx.books.delete(externalIdentities).where(eq(externalIdentities.accountId, accountId));
    await ctx.books.insert(externalIdentities).values({ accountId, identityHash, issuer, tiedAt: ctx.now });
    return { result: {}, entry: {} };
  },
});
