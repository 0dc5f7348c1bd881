/** What comes before anything else opens the database: keys, cipher, what a rotation left half done, the schema. */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { isPlainFile, opensWith } from "#db/cipher.ts";
import { migrate } from "#db/migrate.ts";
import { removeAside, swapFileKey } from "#db/swap-file.ts";
import type { Env } from "#lib/platform/env.ts";
import { databasePath, type Installation, makeInstallation } from "./installation.ts";
import { finishRotation, undoRotation } from "./rotation.ts";
import { layKeys } from "./system.ts";

type Say = (line: string) => void;

/**
 * Brings an installation to where this program can use it, and lays its keys ready for `system()`.
 * @param say receives a line for each thing that was done
 * @param passphrase as typed, where the keys are under one
 * @throws Locked, WrongSecret, WrongFileKey, MigrationRefused, and Error with a sentence for whoever runs the program
 */
export async function prepare(env: Env, say: Say, passphrase?: string): Promise<Installation> {
  const found = await makeInstallation(env, passphrase);
  sealPlainFiles(env, found.fileKey, say);
  const installation = await settleRotation(env, found, say);
  const { backup } = await migrate(env.databaseUrl, installation.fileKey);
  if (backup) say(`The database was migrated; a copy from before is at ${backup}`);
  layKeys(installation);
  return installation;
}

/** A database from before there was a cipher, and the copies that lie beside it. */
function sealPlainFiles(env: Env, key: Buffer, say: Say): void {
  const path = databasePath(env);
  if (path === null || !existsSync(dirname(path))) return;
  removeAside(path);
  const copies = readdirSync(dirname(path)).filter((name) => /^before-migration-\d+\.sqlite$/.test(name));
  for (const file of [path, ...copies.map((name) => join(dirname(path), name))]) {
    if (!isPlainFile(file)) continue;
    swapFileKey(file, null, key);
    say(
      `${file} is under a cipher from now on. It was compared with the old one row by row, and the old one was overwritten. Backups from before are not under it.`,
    );
  }
}

/**
 * Ends a rotation that was cut off: forward where the database has the new key, back where it has the old one. On
 * PostgreSQL, whose files have no key of ours, always forward.
 */
async function settleRotation(env: Env, installation: Installation, say: Say): Promise<Installation> {
  const { next } = installation.ring;
  if (next === null) return installation;
  const path = databasePath(env);
  if (path !== null && existsSync(path) && opensWith(path, installation.ring.current.file)) {
    say("A rotation of the keys had not come to the database and was undone.");
    return undoRotation(env, installation);
  }
  const ended = await finishRotation(env, installation);
  say("A rotation of the keys that was cut off was brought to its end.");
  return ended;
}
