import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { readEnv } from "#lib/platform/env.ts";
import { z } from "zod";
import { maybeTie } from "../find.ts";
import { isIssuer } from "../rules.ts";

/** Whether one may sign in by way of the provider of the settings, and since when. Null where none is set. */
export const readOwnIdentity = query({
  name: "identity.own",
  input: z.strictObject({}),
  permission: "self.act",
  caseOf: () => ORGANISATION,
  async run({ read, scope }) {
    const { openId } = readEnv();
    if (openId === null) return { provider: null, tiedAt: null };
    const tie = await maybeTie(read, scope.accountId);
    // A tie to a provider that was set before counts for nothing here.
    const tiedAt = tie !== null && isIssuer(tie.issuer, openId.issuer) ? tie.tiedAt : null;
    return { provider: openId.name, tiedAt };
  },
});
