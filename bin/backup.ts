/**
 * Makes a backup, also while the program is in use:
 *   npm run backup -- --out FOLDER [--keys FOLDER]
 * The first folder then holds the database, which stays under its cipher, and all files. It opens with the master secret only,
 * which is not in it. The second takes the keys of single records and the names of what was destroyed: kept apart and for a
 * shorter time, so that what was destroyed is destroyed in every backup too.
 */
import { rmSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { WrongFileKey } from "#db/cipher.ts";
import { copySqliteFile } from "#db/copy-file.ts";
import { openReader } from "#db/store.ts";
import { type LogResult, verifyLog } from "#lib/audit/verify-log.ts";
import { type Installation, rootsInUse } from "#lib/core/installation.ts";
import { type Env, readEnv } from "#lib/platform/env.ts";
import {
  keysOfRing,
  openRing,
  readRing,
  type RingFile,
  ringPathIn,
  WrongSecret,
} from "#lib/platform/key-ring.ts";
import { recordKeys, recordKeysIn } from "#lib/platform/record-keys.ts";
import { INCOMING } from "#lib/platform/storage.ts";
import { destroyedIds, tombstonesIn } from "#lib/platform/tombstones.ts";
import {
  copyFile,
  DATABASE,
  describeFile,
  DESTROYED,
  emptyFolder,
  filesIn,
  MANIFEST,
  maybeCopied,
  RING,
  type Manifest,
  mustLieApart,
} from "./backup-folder.ts";
import { mustBeThere } from "./data-there.ts";

const CHANGED = "The keys were changed while the backup was made; nothing was kept. Make it again.";
const USAGE = "Usage: npm run backup -- --out FOLDER [--keys FOLDER]";

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 1;
});

async function main(): Promise<number> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { out: text, keys: text } });
  if (values.out === undefined) throw new Error(USAGE);
  const env = readEnv();
  const { dataFolder, databaseUrl } = env;
  if (!databaseUrl.startsWith("file:")) {
    throw new Error(
      "This database is a PostgreSQL: back it up with pg_dump, and the data folder with it (its keys/ring.json opens what the database seals).",
    );
  }
  const database = resolve(databaseUrl.slice("file:".length));
  const out = resolve(values.out);
  mustLieApart(out, dataFolder, "The backup must lie outside the data folder: a lost disk would take both.");
  const installation = await mustBeThere(env);
  const lyingApart = () => ({
    ids: recordKeys(recordKeysIn(dataFolder), installation.keys).ids(),
    destroyed: destroyedIds(tombstonesIn(dataFolder)),
  });
  const keysOut = placeForKeys(values.keys, Object.values(lyingApart()).flat().length, out, dataFolder);
  emptyFolder(out);
  if (keysOut !== null) emptyFolder(keysOut);
  try {
    const { files, log } = await fill(out, database, env, installation);
    // The keys last: one of a record that is not in the backup is no harm, and a record without its key would be.
    const apart = lyingApart();
    if (keysOut !== null) await copyKeys(apart, dataFolder, keysOut);
    else if (apart.ids.length > 0) placeForKeys(undefined, apart.ids.length, out, dataFolder);
    for (const line of report(files.length, log, out, keysOut)) console.log(line);
    return 0;
  } catch (error) {
    // Half a backup would pass for one, and stand in the way of the next.
    for (const folder of [out, ...(keysOut === null ? [] : [keysOut])])
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
    throw error;
  }
}

/** @returns null where there is nothing to put there */
function placeForKeys(
  given: string | undefined,
  count: number,
  out: string,
  dataFolder: string,
): string | null {
  if (given === undefined) {
    if (count === 0) return null;
    throw new Error(
      `There are ${count} keys of single records and names of what was destroyed: without them identities and files of the backup stay shut, and nobody learns what has to be destroyed once more. Say where they go, apart from the backup: ${USAGE}`,
    );
  }
  const folder = resolve(given);
  for (const other of [out, dataFolder])
    mustLieApart(
      folder,
      other,
      "The keys of records must lie apart from the backup and from the data folder.",
    );
  return folder;
}

function report(count: number, log: Manifest["log"], out: string, keysOut: string | null): string[] {
  return [
    `Backed up ${count} files to ${out}. The log in it holds: ${log.size} entries.`,
    `Size and root: ${log.size}:${log.root}`,
    "Note this line down and keep it elsewhere. The folder opens with the master secret only, which is not in it: keep a copy of that elsewhere too.",
    ...(keysOut === null
      ? []
      : [
          `The keys of single records are in ${keysOut}. Keep them apart, and for a shorter time than the backups: what is destroyed must not come back from there.`,
        ]),
  ];
}

interface LyingApart {
  ids: readonly string[];
  destroyed: readonly string[];
}

async function copyKeys({ ids, destroyed }: LyingApart, dataFolder: string, keysOut: string): Promise<void> {
  for (const id of ids) await maybeCopied(join(recordKeysIn(dataFolder), id), join(keysOut, id), id);
  for (const id of destroyed)
    await copyFile(join(tombstonesIn(dataFolder), id), join(keysOut, DESTROYED, id), id);
  // What opens them, for a restore of a backup from before the keys were changed: after them, since it opens what is older than it.
  await copyFile(ringPathIn(dataFolder), join(keysOut, RING), RING);
}

async function fill(out: string, database: string, env: Env, installation: Installation): Promise<Manifest> {
  const { dataFolder } = env;
  // The database first: every file that it names was stored before it was named.
  copySqliteFile(database, join(out, DATABASE), installation.fileKey);
  const files = [await describeFile(join(out, DATABASE), DATABASE)];
  const wanted = filesIn(dataFolder).filter(
    (path) =>
      !isUnfinished(path) &&
      !isCheckpoint(path) &&
      !isOfTheDatabase(join(dataFolder, path), database) &&
      !liesApart(join(dataFolder, path), env),
  );
  for (const path of wanted) {
    const copy = mayGo(path) ? maybeCopied : copyFile;
    const copied = await copy(join(dataFolder, path), join(out, "data", path), `data/${path}`);
    if (copied) files.push(copied);
  }
  const { chain, verdict } = await verifyCopy(out, installation);
  if (!chain.ok || chain.count === 0 || verdict !== "holds") {
    throw new Error("The log of this database does not hold; nothing was kept. Run: npm run verify-chain");
  }
  const log = { size: chain.count, root: chain.root };
  const manifest: Manifest = {
    format: "attest-backup/2",
    madeAt: new Date().toISOString(),
    recordKeys: recordKeys(recordKeysIn(dataFolder), installation.keys).ids().length,
    log,
    files,
  };
  writeFileSync(join(out, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
    flag: "wx",
    flush: true,
  });
  return manifest;
}

/** The master secret, and what goes to the folder apart, which a backup must not take along. */
function liesApart(file: string, { keyFile, dataFolder }: Env): boolean {
  const apart = [recordKeysIn(dataFolder), tombstonesIn(dataFolder)].map((folder) => resolve(folder));
  return resolve(file) === keyFile || apart.includes(dirname(resolve(file)));
}

/** Files that are still being written: nothing names them yet, and they may be gone before they are copied. */
function isUnfinished(path: string): boolean {
  return path.startsWith(`${INCOMING}/`) || path.endsWith(".part");
}

/** They are copied after the database, so they may know more of the log than the copy does: each restore would look like a loss. */
function isCheckpoint(path: string): boolean {
  return path.startsWith("checkpoints/");
}

/** Bags expire and attached files are deleted at any moment: without their keys they would be good for nothing. */
function mayGo(path: string): boolean {
  return /^(?:exports|files)\//.test(path);
}

/** The database, what SQLite keeps beside it, and copies of it from before a migration. */
function isOfTheDatabase(file: string, database: string): boolean {
  const name = basename(file);
  if (dirname(file) !== dirname(database)) return false;
  return name.startsWith(basename(database)) || /^before-migration-\d+\.sqlite$/.test(name);
}

/** As a restore would: by the ring that is in the backup. @throws Error where the keys were changed while it was made */
async function verifyCopy(out: string, { secret }: Installation): Promise<LogResult> {
  const databaseUrl = `file:${join(out, DATABASE)}`;
  const ringFile = readRing(ringPathIn(join(out, "data")));
  if (!ringFile) throw new Error(CHANGED);
  const { ring, fileKey } = openedBy(ringFile, secret, databaseUrl);
  const { read, close } = await openReader(databaseUrl, fileKey).catch((error: unknown) => {
    throw error instanceof WrongFileKey ? new Error(CHANGED, { cause: error }) : error;
  });
  try {
    return await verifyLog(read, keysOfRing(ring));
  } finally {
    await close();
  }
}

function openedBy(file: RingFile, secret: Buffer, databaseUrl: string) {
  try {
    const ring = openRing(file, secret);
    return { ring, fileKey: rootsInUse({ databaseUrl }, ring).file };
  } catch (error) {
    if (!(error instanceof WrongSecret)) throw error;
    throw new Error(CHANGED, { cause: error });
  }
}
