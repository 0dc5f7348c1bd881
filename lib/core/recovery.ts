/** Opens the keys by the shares of their custodians, where nobody has the secret any more. */
import type { Env } from "#lib/platform/env.ts";
import { keysOfRing, openRingByShares, readRingFile, type Ring, ringPathIn } from "#lib/platform/key-ring.ts";
import type { Keys } from "#lib/platform/keys.ts";
import type { Share } from "#lib/platform/share-text.ts";
import { rootsInUse } from "./installation.ts";

/** What the shares opened: all but a secret, which is made anew. */
export interface Recovered {
  keys: Keys;
  fileKey: Buffer;
  ring: Ring;
}

/** @throws SharesDoNotOpen, and Error with a sentence where there is nothing that shares could open */
export async function recoverKeys(
  env: Pick<Env, "dataFolder" | "databaseUrl">,
  given: readonly Share[],
): Promise<Recovered> {
  const file = readRingFile(env.dataFolder);
  if (!file)
    throw new Error(`There are no keys at ${ringPathIn(env.dataFolder)}. Put them back from a backup.`);
  const ring = await openRingByShares(file, given);
  const roots = rootsInUse(env, ring);
  return { keys: keysOfRing(ring, roots), fileKey: roots.file, ring };
}
