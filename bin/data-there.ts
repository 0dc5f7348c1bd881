/** What every tool asks first: a tool that only looks must not make a database or a key where there is none. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { openReader } from "#db/store.ts";
import { keyFits } from "#lib/audit/key-fits.ts";
import type { Env } from "#lib/platform/env.ts";
import { type Keys, openKeyFile } from "#lib/platform/keys.ts";

/**
 * Makes sure that the settings lead to a database of Attest and to the key it was written under.
 * @throws Error whose message is a sentence for the person at the terminal; nothing was made
 */
export async function mustBeThere({ dataFolder, databaseUrl }: Env): Promise<void> {
  const path = databaseUrl.startsWith("file:") ? databaseUrl.slice("file:".length) : null;
  if (path !== null && !existsSync(path)) {
    throw new Error(
      `There is no database at ${path}. Start Attest once, or set ATTEST_DATA to its data folder.`,
    );
  }
  const key = join(dataFolder, "keys", "master.key");
  if (!existsSync(key)) {
    throw new Error(
      `There is no key file at ${key}. Put it back from your backup, or set ATTEST_DATA to its data folder.`,
    );
  }
  const fits = await fitsTogether(databaseUrl, openKeyFile(key)).catch(() => {
    throw new Error(`The database at ${path ?? "DATABASE_URL"} is not one of Attest, or was never started.`);
  });
  if (fits === false) throw new Error("The key file is not the one under which this database was written.");
}

async function fitsTogether(databaseUrl: string, keys: Keys): Promise<boolean | null> {
  const { read, close } = await openReader(databaseUrl);
  try {
    return await keyFits(read, keys);
  } finally {
    await close();
  }
}
