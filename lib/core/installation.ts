/** Opens the keys of this installation from where its settings say that the secret is. */
import { existsSync } from "node:fs";
import { resolve, sep } from "node:path";
import { sql } from "drizzle-orm";
import { isPlainFile, opensWith } from "#db/cipher.ts";
import { callerCodes } from "#db/schema/index.ts";
import { openReader, type Reader } from "#db/store.ts";
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
import { type Keys, keysFrom } from "#lib/platform/keys.ts";
import { makeKeyFile, readKeyFile, secretOfPassphrase } from "#lib/platform/master-secret.ts";
import { accountBehind } from "./caller-code.ts";

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
  if (path === null) await mustBeNewOrUnder(env, legacy);
  const secret = env.key ?? legacy ?? makeKeyFile(env.keyFile);
  saveRing(env.dataFolder, newRing(legacy), { source: "key" }, secret);
  return openInstallation(env);
}

/**
 * A database on a server looks the same under any keys, so it is asked: new ones are made only where nobody has acted in it.
 * @throws Error where somebody has, and it was not under the key file that lies here from before there were rings
 */
async function mustBeNewOrUnder({ databaseUrl, dataFolder }: Settings, legacy: Buffer | null): Promise<void> {
  const { read, close } = await openReader(databaseUrl, null);
  try {
    const [there] = await read.raw<{ name: string | null }>(
      sql`select cast(to_regclass('caller_codes') as text) as name`,
    );
    if (!there?.name) return;
    const [acted] = await read.select({ code: callerCodes.code }).from(callerCodes).limit(1);
    if (!acted) return;
    if (legacy !== null && (await opensCode(read, keysFrom(legacy), acted.code))) return;
  } finally {
    await close();
  }
  throw new Error(
    `The database is under keys that are not here: ${ringPathIn(dataFolder)} is missing. Put it back from a backup.`,
  );
}

const opensCode = (read: Reader, keys: Keys, code: string): Promise<boolean> =>
  accountBehind(read, keys, code).then(
    () => true,
    () => false,
  );

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
