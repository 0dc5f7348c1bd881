/** Whose the files are, who can read them, and how much room is left. Nothing is opened and nothing is made. */
import { closeSync, existsSync, openSync, readdirSync, readSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { isPlainFile } from "#db/cipher.ts";
import { isBesideData, isUnderPassphrase } from "#lib/core/installation.ts";
import type { Env } from "#lib/platform/env.ts";
import { ringPathIn } from "#lib/platform/key-ring.ts";
import { looksSealed } from "#lib/platform/sealed-file.ts";
import { type Finding, fix, inBytes, look, ok } from "./finding.ts";

const SEALED_HEAD_BYTES = 16;
/** Everything at once that a database and a person's largest file may ask for. */
const ROOM_LEAST = 1_000_000_000;

/** @param database path of the SQLite file; null for a PostgreSQL, whose files are not ours */
export function folderFindings(env: Env, database: string | null): Finding[] {
  const { dataFolder } = env;
  if (!existsSync(dataFolder))
    return [fix(`There is no data folder at ${dataFolder}. Start Attest once, or set ATTEST_DATA to it.`)];
  const ring = ringPathIn(dataFolder);
  const files = [database, database && `${database}-wal`, database && `${database}-shm`];
  const closed = [
    closedFinding("The data folder", dataFolder, "700"),
    ...(existsSync(ring) ? [closedFinding("The file of keys", ring, "600")] : []),
    ...secretFindings(env),
    ...files.flatMap((file) =>
      file && existsSync(file) ? [closedFinding("The database", file, "600")] : [],
    ),
  ];
  return [
    ...closed,
    ownerFinding([dataFolder, ring, env.keyFile, ...files]),
    ...plainFindings(database),
    ...leftOvers(dataFolder),
    sealedFinding(dataFolder),
    roomOf(dataFolder, database),
  ];
}

/** Where the master secret is, which opens everything. */
function secretFindings({ dataFolder, keyFile, key }: Env): Finding[] {
  if (isUnderPassphrase({ dataFolder }))
    return [
      ok("The keys are under a passphrase: whoever takes the disk has nothing that opens."),
      ...(existsSync(keyFile)
        ? [fix(`There is a key file at ${keyFile} that opens nothing any more. Delete it.`)]
        : []),
    ];
  if (key !== null)
    return [look("The master secret is in the environment: whoever reads that of the process has it.")];
  if (!existsSync(keyFile))
    return [
      fix(
        `There is no key file at ${keyFile}. Put it back from where you keep it before you start: without it nothing opens.`,
      ),
    ];
  const apart = isBesideData({ keyFile, dataFolder })
    ? look(
        "The key file lies in the data folder: whoever takes the disk reads everything. Put it on another (ATTEST_KEY_FILE), or the keys under a passphrase: npm run keys -- passphrase --as NAME",
      )
    : ok("The key file lies apart from the data folder.");
  return [closedFinding("The key file", keyFile, "600"), apart];
}

/** A database from before there was a cipher. */
function plainFindings(database: string | null): Finding[] {
  if (database === null || !existsSync(database)) return [];
  return isPlainFile(database)
    ? [fix("The database is not under a cipher. Start Attest once: it puts it under one.")]
    : [ok("The database is under a cipher.")];
}

function closedFinding(what: string, path: string, mode: "700" | "600"): Finding {
  const open = statSync(path).mode & 0o077;
  if (open === 0) return ok(`${what} ${path} is its owner's alone.`);
  return fix(`${what} ${path} is open to others. Run: chmod ${mode} ${path}`);
}

function ownerFinding(paths: (string | null)[]): Finding {
  const owners = new Set(paths.flatMap((path) => (path && existsSync(path) ? [statSync(path).uid] : [])));
  const me = process.getuid?.();
  if (owners.size > 1)
    return fix(
      "The data folder, the key file and the database belong to different users. Give all of them to the account that runs Attest, with chown.",
    );
  if (me !== undefined && !owners.has(me))
    return look(
      "The data folder belongs to another user. Run the doctor under the account that runs Attest.",
    );
  return ok("The data folder, the key file and the database belong to who runs the doctor.");
}

/** Copies that a migration made: whole databases, which nobody shreds when a record is. */
function leftOvers(dataFolder: string): Finding[] {
  const copies = readdirSync(dataFolder).filter((name) => /^before-migration-\d+\.sqlite$/.test(name));
  if (copies.length === 0) return [];
  return [
    look(
      `There are ${copies.length} copies of the database from before an upgrade in the data folder. Delete them when the upgrade has held for a while.`,
    ),
  ];
}

/** Attached files and exports lie sealed; only what begins as a sealed file is taken for one. */
function sealedFinding(dataFolder: string): Finding {
  const open = ["files", "exports"].flatMap((name) => filesBelow(join(dataFolder, name))).filter(isOpen);
  if (open.length === 0) return ok("Attached files and exports lie sealed.");
  return fix(
    `${open.length} files below files/ and exports/ in the data folder are not sealed. Start Attest, which seals what came in before it did; what stays open then is none of its files, or damaged: bring it back from a backup, or take it away.`,
  );
}

const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
      )
    : [];

function isOpen(path: string): boolean {
  // What is coming in or is swept away just now may be gone already.
  if (!existsSync(path)) return false;
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(SEALED_HEAD_BYTES);
    return readSync(file, head) > 0 && !looksSealed(head);
  } finally {
    closeSync(file);
  }
}

function roomOf(dataFolder: string, database: string | null): Finding {
  const { bavail, bsize } = statfsSync(dataFolder);
  const size = database && existsSync(database) ? statSync(database).size : null;
  return roomFinding(bavail * bsize, size);
}

/** An upgrade copies the database before it touches it, and a database without room takes no act. */
export function roomFinding(freeBytes: number, sizeOfDatabase: number | null): Finding {
  const databaseBytes = sizeOfDatabase ?? 0;
  const beside = sizeOfDatabase === null ? "" : `; the database has ${inBytes(databaseBytes)}`;
  const words = `${inBytes(freeBytes)} are free on the disk of the data folder${beside}.`;
  if (freeBytes < databaseBytes + ROOM_LEAST / 5)
    return fix(`${words} An upgrade could not copy it first, and acts will soon be refused. Make room.`);
  if (freeBytes < 3 * databaseBytes + ROOM_LEAST) return look(`${words} Make room before it is needed.`);
  return ok(words);
}
