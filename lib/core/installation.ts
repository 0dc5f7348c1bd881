/** Opens the keys of this installation from where its settings say that the secret is. */
import { existsSync } from "node:fs";
import { resolve, sep } from "node:path";
import { isPlainFile, opensWith } from "#db/cipher.ts";
import type { Env } from "#lib/platform/env.ts";
import {
  keysOfRing,
  type Master,
  newRing,
  openRing,
  readRingFile,
  type Ring,
  type RingFile,
  ringPathIn,
  type Roots,
  saveRing,
} from "#lib/platform/key-ring.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { makeKeyFile, readKeyFile, secretOfPassphrase } from "#lib/platform/master-secret.ts";

/** What a process needs to read and write. */
export interface Installation {
  keys: Keys;
  fileKey: Buffer;
  ring: Ring;
  master: Master;
  secret: Buffer;
}

/** The keys are under a passphrase, which nobody has typed yet. */
export class Locked extends Error {
  constructor() {
    super("Attest is locked: its keys are under a passphrase.");
  }
}

/** Whether whoever takes the data folder takes the key file along. */
export const isBesideData = ({ keyFile, dataFolder }: Pick<Env, "keyFile" | "dataFolder">): boolean =>
  `${keyFile}${sep}`.startsWith(`${resolve(dataFolder)}${sep}`);

type Settings = Pick<Env, "dataFolder" | "databaseUrl" | "keyFile" | "key">;

/** Whether a person must type the passphrase before anything opens. */
export const isUnderPassphrase = ({ dataFolder }: Pick<Env, "dataFolder">): boolean =>
  readRingFile(dataFolder)?.master.source === "passphrase";

/**
 * Opens the keys of an installation that is there.
 * @param passphrase as typed, where the keys are under one
 * @throws Locked where one is needed and none given, WrongSecret, and Error with a sentence for whoever runs the program
 */
export async function openInstallation(env: Settings, passphrase?: string): Promise<Installation> {
  const ringFile = readRingFile(env.dataFolder);
  if (!ringFile) throw new Error(`There are no keys at ${ringPathIn(env.dataFolder)}. Start Attest once.`);
  const secret = await secretFor(env, ringFile, passphrase);
  const ring = openRing(ringFile, secret);
  const roots = rootsInUse(env, ring);
  return { keys: keysOfRing(ring, roots), fileKey: roots.file, ring, master: ringFile.master, secret };
}

/**
 * The same for the program itself, which makes keys where there are none: at the first start, and for a database from before
 * it was under a cipher.
 */
export async function makeInstallation(env: Settings, passphrase?: string): Promise<Installation> {
  if (readRingFile(env.dataFolder)) return openInstallation(env, passphrase);
  const path = databasePath(env);
  if (path !== null && existsSync(path) && !isEmptyOrPlain(path)) {
    throw new Error(
      `The database ${path} is under keys that are not here: ${ringPathIn(env.dataFolder)} is missing. Put it back from a backup.`,
    );
  }
  // A key file that lies there already has sealed and hashed what is in the database.
  const legacy = existsSync(env.keyFile) ? readKeyFile(env.keyFile) : null;
  const secret = env.key ?? legacy ?? makeKeyFile(env.keyFile);
  saveRing(env.dataFolder, newRing(legacy), { source: "key" }, secret);
  return openInstallation(env);
}

/** Path of the SQLite file; null for another database. */
export const databasePath = ({ databaseUrl }: Pick<Env, "databaseUrl">): string | null =>
  databaseUrl.startsWith("file:") ? databaseUrl.slice("file:".length) : null;

const isEmptyOrPlain = (path: string) => isPlainFile(path) || opensWith(path, null);

async function secretFor(
  { key, keyFile }: Settings,
  { master }: RingFile,
  passphrase: string | undefined,
): Promise<Buffer> {
  if (master.source === "key") return key ?? readKeyFile(keyFile);
  if (passphrase === undefined) throw new Locked();
  return secretOfPassphrase(passphrase, master);
}

/** While a rotation is under way, or was cut short, the database is under one of two keys. */
export function rootsInUse(env: Pick<Env, "databaseUrl">, { current, next }: Ring): Roots {
  const path = databasePath(env);
  if (next === null || path === null || !existsSync(path)) return current;
  return opensWith(path, current.file) ? current : next;
}
