import { command } from "#lib/core/command.ts";
import { Refused } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { keysOfRing, readRingFile } from "#lib/platform/key-ring.ts";
import { SHARES_MAX } from "#lib/platform/share-text.ts";
import { z } from "zod";
import { openedBy, sharesTyped } from "../rules.ts";

/** Four lines, with room for whatever stands between the letters. */
const SHARE_TYPED_MAX = 600;

/**
 * Custodians prove that they could recover the keys: their shares open what is sealed to them, and it is the keys in use. Nothing
 * is changed, and nothing of what they typed is kept; the log says which shares were there.
 */
export const holdDrill = command({
  name: "keys.drill",
  input: z.strictObject({ shares: z.array(z.string().max(SHARE_TYPED_MAX)).min(1).max(SHARES_MAX) }),
  permission: "keys.keep",
  sight: "keys.keep",
  isSensitive: true,
  secrets: ["shares"],
  load: () => Promise.resolve({ caseId: ORGANISATION }),
  async run({ dataFolder, keys, now }, { shares: typed }) {
    const shares = sharesTyped(typed);
    const file = readRingFile(dataFolder);
    if (!file?.recovery) throw new Refused("share.no_custodians");
    const ring = await openedBy(file, shares);
    if (keysOfRing(ring).keyId !== keys.keyId) throw new Refused("share.other_keys");
    const [{ set } = { set: "" }] = shares;
    const numbers = shares.map(({ number }) => number).toSorted((a, b) => a - b);
    return { result: { set, numbers, at: now }, entry: { detail: { set, shares: numbers } } };
  },
});
