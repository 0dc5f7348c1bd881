import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/index.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { readEnv } from "#lib/platform/env.ts";
import { z } from "zod";
import { everHeld, liveFactors } from "../find.ts";
import { challengeOf, creationFor, siteOf } from "../rules/passkey.ts";
import { sealOffer } from "../rules/offer.ts";

/** What a browser needs to make a passkey of one's own. Nothing is kept of it until `factor.addPasskey`. */
export const offerPasskey = query({
  name: "factor.offerPasskey",
  input: z.strictObject({}),
  permission: "self.act",
  isSensitive: true,
  caseOf: () => ORGANISATION,
  async run({ read, scope: { accountId }, keys, now }) {
    const [account] = await read
      .select({ name: accounts.name })
      .from(accounts)
      .where(eq(accounts.id, accountId));
    const offer = sealOffer(keys, { accountId, ever: await everHeld(read, accountId), at: now });
    const person = { id: accountId, name: account?.name ?? "" };
    const held = await liveFactors(read, accountId);
    return {
      offer,
      creation: creationFor(keys, siteOf(readEnv().url), challengeOf(keys, offer), person, held),
    };
  },
});
