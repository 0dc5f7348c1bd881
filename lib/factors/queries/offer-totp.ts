import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/index.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { qrPicture } from "#lib/platform/qr-picture.ts";
import { z } from "zod";
import { everHeld } from "../find.ts";
import { addressOf } from "../rules.ts";
import { offerSecret } from "../rules/offer.ts";

/** A fresh secret for an authenticator app, as text and as a picture. Nothing is kept of it until `factor.addTotp`. */
export const offerTotp = query({
  name: "factor.offerTotp",
  input: z.strictObject({}),
  permission: "self.act",
  isSensitive: true,
  caseOf: () => ORGANISATION,
  async run({ read, scope, keys, now }) {
    const [account] = await read
      .select({ name: accounts.name })
      .from(accounts)
      .where(eq(accounts.id, scope.accountId));
    const { accountId } = scope;
    const leave = { accountId, ever: await everHeld(read, accountId), at: now };
    const { secret, offer } = offerSecret(keys, leave);
    return { secret, offer, picture: qrPicture(addressOf(secret, account?.name ?? "")) };
  },
});
