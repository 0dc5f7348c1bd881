import { command } from "#lib/core/command.ts";
import { Line } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { readEnv } from "#lib/platform/env.ts";
import { z } from "zod";
import { connectFactor } from "../acts.ts";
import { everHeld, isPasskeyKnown } from "../find.ts";
import { challengeOf, maybeMade, siteOf, verifier } from "../rules/passkey.ts";
import { mustBeOffered } from "../rules/offer.ts";
import { MadePasskey } from "../vocabulary.ts";

/** Takes a passkey for one's own account that was just made for it here. */
export const addPasskey = command({
  name: "factor.addPasskey",
  input: z.strictObject({
    offer: z.string().max(500),
    passkey: MadePasskey,
    label: Line.nullable().optional(),
  }),
  permission: "self.act",
  isSensitive: true,
  // The writer must not wait for what verifies to be loaded.
  prepare: async (input) => {
    await verifier();
    return input;
  },
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx, { offer, passkey, label = null }) {
    const { accountId } = ctx.scope;
    mustBeOffered(ctx.keys, offer, { accountId, ever: await everHeld(ctx.read, accountId), at: ctx.now });
    const made = await maybeMade(siteOf(readEnv().url), challengeOf(ctx.keys, offer), passkey);
    if (made === null) throw new Conflict("factor.passkey_wrong");
    // WebAuthn Level 3 §7.1: one id is one passkey, whoever brings it.
    if (await isPasskeyKnown(ctx.read, made.credentialId)) throw new Conflict("factor.passkey_known");
    const id = newId("factor");
    await connectFactor(ctx, { id, kind: "passkey", label, ...made });
    return { result: { id }, entry: { object: { id, version: 1 }, reason: "passkey" } };
  },
});
