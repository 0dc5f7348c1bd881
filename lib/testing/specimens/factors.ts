import { system } from "#lib/core/system.ts";
import { everHeld } from "#lib/factors/find.ts";
import { offerSecret } from "#lib/factors/rules/offer.ts";
import { addPasskey } from "#lib/factors/commands/add-passkey.ts";
import { addTotp } from "#lib/factors/commands/add-totp.ts";
import { forgetFactors } from "#lib/factors/commands/forget-factors.ts";
import { renewRecoveryCodes } from "#lib/factors/commands/renew-recovery-codes.ts";
import { retireFactor } from "#lib/factors/commands/retire-factor.ts";
import { listFactors } from "#lib/factors/queries/list-factors.ts";
import { offerPasskey } from "#lib/factors/queries/offer-passkey.ts";
import { offerTotp } from "#lib/factors/queries/offer-totp.ts";
import { readRecoveryCodes } from "#lib/factors/queries/read-recovery-codes.ts";
import { codeAt } from "#lib/factors/rules.ts";
import { aPasskey } from "#lib/factors/testing/authenticator.ts";
import type { Specimens } from "../specimen.ts";
import type { PersonKey, World } from "../world.ts";

/** The app of an investigator in tests, base32. */
export const TEST_SECRET = "INVENTEDSECRETINVENTEDSECRETINVE";

/** What connects an app now. */
export async function anApp(world: World, secret = TEST_SECRET, of: PersonKey = "investigator") {
  const { keys, store } = await system();
  const { accountId } = world.person(of);
  const leave = { accountId, ever: await everHeld(store.read, accountId), at: world.now() };
  const { offer } = offerSecret(keys, leave, secret);
  return { offer, code: codeAt(secret, world.now()) };
}

/** What connects a passkey now. */
export async function aMadePasskey(world: World, as: PersonKey, passkey = aPasskey()) {
  const { offer, creation } = await world.ask(as, offerPasskey, {});
  return { offer, passkey: passkey.made(creation.challenge) };
}

export const factorSpecimens: Specimens = {
  commands: [
    { command: addPasskey, as: "investigator", input: (world) => aMadePasskey(world, "investigator") },
    { command: addTotp, as: "investigator", input: (world) => anApp(world) },
    {
      command: retireFactor,
      as: "investigator",
      input: async (world) => {
        await world.do("investigator", addTotp, await anApp(world));
        const other = await world.do(
          "investigator",
          addTotp,
          await anApp(world, "OTHERSECRETSOTHERSECRETSOTHERSEC"),
        );
        return { factorId: other.id };
      },
    },
    { command: forgetFactors, as: "investigator", noSubject: true, input: async () => ({}) },
    { command: renewRecoveryCodes, as: "investigator", noSubject: true, input: async () => ({}) },
  ],
  queries: [
    { query: listFactors, as: "investigator", input: async () => ({}), showsMarker: false },
    { query: offerPasskey, as: "investigator", input: async () => ({}), showsMarker: false, isRandom: true },
    { query: offerTotp, as: "investigator", input: async () => ({}), showsMarker: false, isRandom: true },
    { query: readRecoveryCodes, as: "investigator", input: async () => ({}), showsMarker: false },
  ],
};
