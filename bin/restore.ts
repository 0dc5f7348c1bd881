/**
 * Puts a backup back, into a data folder that is empty or not there:
 *   npm run restore -- --from FOLDER [--keys FOLDER [--keys-secret FILE] | --without-keys]
 * The master secret must be in its place before: the key file, the setting or the passphrase. The keys of single records come
 * from the folder that `npm run backup` put them into, best the newest: what was destroyed since the backup then stays so, and the
 * accounts that were deleted since are named, to be deleted once more.
 * It is done only when every file has the hash that the manifest names, and the log and all records hold.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import type { FileKey } from "#db/cipher.ts";
import { openReader } from "#db/store.ts";
import { verifyLog } from "#lib/audit/verify-log.ts";
import { isUnderPassphrase, openInstallation } from "#lib/core/installation.ts";
import { type Env, readEnv } from "#lib/platform/env.ts";
import { keysOfRing, openRing, readRing, WrongSecret } from "#lib/platform/key-ring.ts";
import { type Keys, keysFrom as keysFromRoot } from "#lib/platform/keys.ts";
import { readKeyFile, secretOfPassphrase } from "#lib/platform/master-secret.ts";
import { recordKeys, recordKeysIn } from "#lib/platform/record-keys.ts";
import { destroyedIds, setTombstone } from "#lib/platform/tombstones.ts";
import {
  copyFile,
  DATABASE,
  describeFile,
  DESTROYED,
  filesIn,
  type Manifest,
  type ManifestFile,
  readManifest,
  RING as RING_APART,
} from "./backup-folder.ts";
import { backAgainLines } from "./back-again.ts";
import { passphraseTyped } from "./passphrase.ts";

const OF_ITS_OWNER = { recursive: true, mode: 0o700 } as const;

const USAGE = "Usage: npm run restore -- --from FOLDER [--keys FOLDER [--keys-secret FILE] | --without-keys]";
const OTHER_PASSPHRASE = "Passphrase of the keys of records, which is another: ";
const RING = "data/keys/ring.json";
const OLD_KEY = "data/keys/master.key";

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 1;
});

async function main(): Promise<number> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: { from: text, keys: text, "keys-secret": text, "without-keys": { type: "boolean" } },
  });
  if (values.from === undefined) throw new Error(USAGE);
  const env = readEnv();
  const from = resolve(values.from);
  const database = emptyPlaceFor(env);
  const manifest = readManifest(from);
  const isOld = manifest.format === "attest-backup/1";
  for (const needed of [DATABASE, isOld ? OLD_KEY : RING]) {
    if (!manifest.files.some(({ path }) => path === needed))
      throw new Error(`The backup in ${from} has no ${needed}.`);
  }
  const keysFrom = keysGiven(values.keys, values["without-keys"] ?? false, manifest.recordKeys);
  for (const file of manifest.files) mustBeSame(file, await describedIn(from, file.path));
  const opened = isOld ? oldKeysIn(from) : await opening(env, from);
  const apart =
    keysFrom === null ? null : await keysApart(env, keysFrom, values["keys-secret"] ?? env.keyFile, opened);

  const made = [env.dataFolder, dirname(database)].map((folder) => mkdirSync(folder, OF_ITS_OWNER));
  let said: string[];
  try {
    for (const file of manifest.files) {
      const to = file.path === DATABASE ? database : join(env.dataFolder, file.path.replace(/^data\//, ""));
      mustBeSame(file, await copyFile(join(from, file.path), to, file.path));
    }
    const shut = apart === null ? [] : takeOver(apart, env, opened);
    said = [...shut, ...(await mustHold(opened, database, env, manifest))];
  } catch (error) {
    takeAway(env, database, made);
    throw error;
  }
  console.log(
    `Restored ${manifest.files.length} files, as of ${manifest.madeAt}. The log and all records hold.`,
  );
  console.log(`Size and root: ${manifest.log.size}:${manifest.log.root}`);
  console.log(
    "Accounts, roles and sessions are as they were then: whoever lost access since has it again. Go through them now.",
  );
  for (const line of said) console.log(line);
  return 0;
}

/** The path for the database. @throws Error when anything is there already: a restore never overwrites */
function emptyPlaceFor({ dataFolder, databaseUrl, keyFile }: Env): string {
  if (!databaseUrl.startsWith("file:")) {
    throw new Error(
      "This database is a PostgreSQL: restore it with pg_restore or psql, and put the data folder back beside it.",
    );
  }
  if (existsSync(dataFolder) && filesIn(dataFolder).some((path) => join(dataFolder, path) !== keyFile)) {
    throw new Error(
      `The data folder ${dataFolder} is not empty; nothing was restored. Move it away, or set ATTEST_DATA to another.`,
    );
  }
  const database = resolve(databaseUrl.slice("file:".length));
  if (existsSync(database))
    throw new Error(`There is a database at ${database}; nothing was restored. Move it away first.`);
  return database;
}

/** Takes back all of a restore that failed. @param made the topmost folders that were made for it */
function takeAway({ dataFolder, keyFile }: Env, database: string, made: (string | undefined)[]): void {
  // It was empty before, but for the key file.
  const within = readdirSync(dataFolder)
    .map((name) => join(dataFolder, name))
    .flatMap((path) =>
      keyFile.startsWith(path + sep) ? filesIn(path).map((inside) => join(path, inside)) : path,
    )
    .filter((path) => path !== keyFile);
  const beside = ["", "-wal", "-shm"].map((suffix) => database + suffix);
  for (const path of [...within, ...beside, ...made.flatMap((folder) => folder ?? [])])
    rmSync(path, { recursive: true, force: true });
}

async function describedIn(from: string, path: string): Promise<ManifestFile> {
  if (!existsSync(join(from, path)))
    throw new Error(`The backup in ${from} has no ${path}; nothing was restored. Use another backup.`);
  return describeFile(join(from, path), path);
}

function mustBeSame(expected: ManifestFile, found: ManifestFile): void {
  if (found.sha256 === expected.sha256 && found.sizeBytes === expected.sizeBytes) return;
  throw new Error(
    `${expected.path} is not the file that was backed up; nothing was restored. Use another backup.`,
  );
}

interface Opened {
  keys: Keys;
  fileKey: FileKey;
  /** The passphrase, where one was asked for. */
  typed?: string | undefined;
}

/** A backup from before there was a cipher; the next start puts it under one. */
const oldKeysIn = (from: string): Opened => ({
  keys: keysFromRoot(readKeyFile(join(from, OLD_KEY))),
  fileKey: null,
});

/** Opens the keys of the backup where they lie, before anything is written. */
async function opening(env: Env, from: string): Promise<Opened> {
  const there = { ...env, dataFolder: join(from, "data"), databaseUrl: `file:${join(from, DATABASE)}` };
  try {
    const typed = isUnderPassphrase(there) ? await passphraseTyped() : undefined;
    return { ...(await openInstallation(there, typed)), typed };
  } catch (error) {
    if (!(error instanceof WrongSecret)) throw error;
    throw new Error(
      "The backup is under another master secret than the one that is here; nothing was restored. Put the right key file in its place, or type the passphrase of that time.",
      { cause: null },
    );
  }
}

/** @returns null where none are wanted or needed */
function keysGiven(folder: string | undefined, without: boolean, count: number): string | null {
  if (folder !== undefined) return resolve(folder);
  if (without || count === 0) return null;
  throw new Error(
    `The backup has records under ${count} keys of their own, which lie apart from it. Say where: --keys FOLDER. With --without-keys those identities and files stay shut. Nothing was restored.`,
  );
}

interface Apart {
  folder: string;
  /** What opens the keys that lie there. */
  theirs: Keys;
}

/** Opens the ring that lies with the keys of records: they may be under newer keys than the backup is. */
async function keysApart(
  env: Env,
  folder: string,
  secretFile: string,
  { keys, typed }: Opened,
): Promise<Apart> {
  const file = readRing(join(folder, RING_APART));
  // A folder from before rings were put there is as old as its backup.
  if (file === null) return { folder, theirs: keys };
  const secret = async (passphrase: string | undefined) =>
    file.master.source === "key"
      ? (env.key ?? readKeyFile(secretFile))
      : secretOfPassphrase(passphrase ?? (await passphraseTyped(OTHER_PASSPHRASE)), file.master);
  const opened = async (passphrase?: string) => keysOfRing(openRing(file, await secret(passphrase)));
  const isWrong = (error: unknown) => {
    if (!(error instanceof WrongSecret)) throw error;
    if (file.master.source === "passphrase" && typed !== undefined) return opened();
    throw new Error(
      `The keys of records in ${folder} are under another master secret than the backup; nothing was restored. Name its key file with --keys-secret FILE, or take the keys of records that were put away with this backup.`,
      { cause: null },
    );
  };
  return { folder, theirs: await opened(typed).catch(isWrong) };
}

/** @returns what to say of keys that do not open. @throws Error where none does */
function takeOver({ folder, theirs }: Apart, { dataFolder }: Env, { keys }: Opened): string[] {
  const ours = recordKeys(recordKeysIn(dataFolder), keys);
  const shut = ours.adopt(folder, theirs).length;
  for (const id of destroyedIds(join(folder, DESTROYED))) setTombstone(dataFolder, id);
  if (shut === 0) return [];
  if (ours.ids().length === 0)
    throw new Error(
      `No key of records in ${folder} opens: they are under keys that are not there. Take the folder that was made with this backup, or a newer one; nothing was restored.`,
    );
  return [
    `${shut} keys of records in ${folder} are damaged and were left out: what they open stays shut. Another folder of them may have them whole.`,
  ];
}

/** @returns what to say of what was destroyed since. @throws Error where the log does not hold */
async function mustHold(
  { keys, fileKey }: Opened,
  database: string,
  { dataFolder }: Env,
  manifest: Manifest,
): Promise<string[]> {
  const { read, close } = await openReader(`file:${database}`, fileKey);
  try {
    const { verdict, chain } = await verifyLog(read, keys, [manifest.log]);
    const isWhole = chain.ok && chain.count === manifest.log.size;
    if (verdict === "holds" && isWhole) return await backAgainLines(read, dataFolder);
  } finally {
    await close();
  }
  throw new Error("The log in this backup does not hold; nothing was restored. Use another backup.");
}
