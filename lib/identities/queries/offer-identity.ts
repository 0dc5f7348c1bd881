import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { sealOffer } from "../rules/leave.ts";

/** Leave to go to the provider and tie who one is there. Nothing is kept of it until `identity.tie`. */
export const offerIdentity = query({
  name: "identity.offer",
  input: z.strictObject({}),
  permission: "self.act",
  isSensitive: true,
  caseOf: () => ORGANISATION,
  async run({ scope: { accountId }, keys, now }) {
    return { offer: sealOffer(keys, { accountId, at: now }) };
  },
});
