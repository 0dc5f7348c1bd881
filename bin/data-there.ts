/** What every tool asks first: a tool that only looks must not make a database or a key where there is none. */
import { existsSync } from "node:fs";
import { WrongFileKey } from "#db/cipher.ts";
import { openReader } from "#db/store.ts";
import { keyFits } from "#lib/audit/key-fits.ts";
import type { Env } from "#lib/platform/env.ts";
import {
  databasePath,
  type Installation,
  isUnderPassphrase,
  openInstallation,
} from "#lib/core/installation.ts";
import { layKeys } from "#lib/core/system.ts";
import { readRingFile, ringPathIn } from "#lib/platform/key-ring.ts";
import { passphraseTyped } from "./passphrase.ts";

/**
 * Makes sure that the settings lead to a database of Attest and to the keys it was written under, and lays these ready for
 * `system()`. Where they are under a passphrase, it is asked for.
 * @throws Error whose message is a sentence for the person at the terminal; nothing was made
 */
export async function mustBeThere(env: Env): Promise<Installation> {
  mustExist(env);
  const path = databasePath(env);
  const installation = await openInstallation(
    env,
    isUnderPassphrase(env) ? await passphraseTyped() : undefined,
  );
  const fits = await fitsTogether(env.databaseUrl, installation).catch((error: unknown) => {
    if (error instanceof WrongFileKey) throw error;
    throw new Error(`The database at ${path ?? "DATABASE_URL"} is not one of Attest, or was never started.`);
  });
  if (fits === false) throw new Error("The keys are not those under which this database was written.");
  layKeys(installation);
  return installation;
}

/** The same without opening anything. @throws Error with a sentence where there is no database or no file of keys */
export function mustExist({ dataFolder, databaseUrl }: Env): void {
  const path = databaseUrl.startsWith("file:") ? databaseUrl.slice("file:".length) : null;
  if (path !== null && !existsSync(path)) {
    throw new Error(
      `There is no database at ${path}. Start Attest once, or set ATTEST_DATA to its data folder.`,
    );
  }
  if (readRingFile(dataFolder) === null) {
    throw new Error(
      `There are no keys at ${ringPathIn(dataFolder)}. Put them back from your backup, set ATTEST_DATA to the data folder, or start Attest once where it is a database from before there was a cipher.`,
    );
  }
}

async function fitsTogether(databaseUrl: string, { keys, fileKey }: Installation): Promise<boolean | null> {
  const { read, close } = await openReader(databaseUrl, fileKey);
  try {
    return await keyFits(read, keys);
  } finally {
    await close();
  }
}
