import { system } from "#lib/core/system.ts";
import { tieIdentity } from "#lib/identities/commands/tie-identity.ts";
import { untieIdentity } from "#lib/identities/commands/untie-identity.ts";
import { offerIdentity } from "#lib/identities/queries/offer-identity.ts";
import { readOwnIdentity } from "#lib/identities/queries/read-own-identity.ts";
import { identityHash } from "#lib/identities/rules.ts";
import { sealProof } from "#lib/identities/rules/leave.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";

/** What ties an account to its owner at an invented provider now. */
async function aProof(world: World) {
  const { keys } = await system();
  const issuer = "https://id.example.org";
  const { accountId } = world.person("investigator");
  const hash = identityHash(keys, { issuer, subject: accountId });
  return { proof: sealProof(keys, { accountId, issuer, identityHash: hash, at: world.now() }) };
}

export const identitySpecimens: Specimens = {
  commands: [
    { command: tieIdentity, as: "investigator", input: (world) => aProof(world) },
    {
      command: untieIdentity,
      as: "investigator",
      noSubject: true,
      async input(world) {
        await world.do("investigator", tieIdentity, await aProof(world));
        return {};
      },
    },
  ],
  queries: [
    { query: offerIdentity, as: "investigator", input: async () => ({}), showsMarker: false, isRandom: true },
    { query: readOwnIdentity, as: "investigator", input: async () => ({}), showsMarker: false },
  ],
};
