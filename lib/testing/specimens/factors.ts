import { system } from "#lib/core/system.ts";
import { offerSecret } from "#lib/factors/rules/offer.ts";
import { addTotp } from "#lib/factors/commands/add-totp.ts";
import { forgetFactors } from "#lib/factors/commands/forget-factors.ts";
import { renewRecoveryCodes } from "#lib/factors/commands/renew-recovery-codes.ts";
import { retireFactor } from "#lib/factors/commands/retire-factor.ts";
import { listFactors } from "#lib/factors/queries/list-factors.ts";
import { offerTotp } from "#lib/factors/queries/offer-totp.ts";
import { readRecoveryCodes } from "#lib/factors/queries/read-recovery-codes.ts";
import { codeAt } from "#lib/factors/rules.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";

/** The app of an investigator in tests, base32. */
export const TEST_SECRET = "INVENTEDSECRETINVENTEDSECRETINVE";

/** What connects an app now. */
export async function anApp(world: World, secret = TEST_SECRET) {
  const { keys } = await system();
  const { offer } = offerSecret(keys, world.now(), secret);
  return { offer, code: codeAt(secret, world.now()) };
}

export const factorSpecimens: Specimens = {
  commands: [
    { command: addTotp, as: "investigator", noSubject: true, input: (world) => anApp(world) },
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
    { query: offerTotp, as: "investigator", input: async () => ({}), showsMarker: false, isRandom: true },
    { query: readRecoveryCodes, as: "investigator", input: async () => ({}), showsMarker: false },
  ],
};
