/**
 * Puts a backup back, into a data folder that is empty or not there:
 *   npm run restore -- --from FOLDER
 * It is done only when every file has the hash that the manifest names, and the log and all records hold.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openReader } from "#db/store.ts";
import { verifyLog } from "#lib/audit/verify-log.ts";
import { type Env, readEnv } from "#lib/platform/env.ts";
import { openKeyFile } from "#lib/platform/keys.ts";
import {
  copyFile,
  DATABASE,
  describeFile,
  type Manifest,
  type ManifestFile,
  readManifest,
} from "./backup-folder.ts";

const OF_ITS_OWNER = { recursive: true, mode: 0o700 } as const;

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 1;
});

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { from: { type: "string" } } });
  if (values.from === undefined) throw new Error("Usage: npm run restore -- --from FOLDER");
  const env = readEnv();
  const from = resolve(values.from);
  const database = emptyPlaceFor(env);
  const manifest = readManifest(from);
  for (const needed of [DATABASE, "data/keys/master.key"]) {
    if (!manifest.files.some(({ path }) => path === needed))
      throw new Error(`The backup in ${from} has no ${needed}.`);
  }
  for (const file of manifest.files) mustBeSame(file, await describedIn(from, file.path));

  const made = [env.dataFolder, dirname(database)].map((folder) => mkdirSync(folder, OF_ITS_OWNER));
  try {
    for (const file of manifest.files) {
      const to = file.path === DATABASE ? database : join(env.dataFolder, file.path.replace(/^data\//, ""));
      mustBeSame(file, await copyFile(join(from, file.path), to, file.path));
    }
    await mustHold(env, database, manifest);
  } catch (error) {
    takeAway(env.dataFolder, database, made);
    throw error;
  }
  console.log(
    `Restored ${manifest.files.length} files, as of ${manifest.madeAt}. The log and all records hold.`,
  );
  console.log(`Size and root: ${manifest.log.size}:${manifest.log.root}`);
  console.log(
    "Accounts, roles and sessions are as they were then: whoever lost access since has it again. Go through them now.",
  );
  return 0;
}

/** The path for the database. @throws Error when anything is there already: a restore never overwrites */
function emptyPlaceFor({ dataFolder, databaseUrl }: Env): string {
  if (!databaseUrl.startsWith("file:")) {
    throw new Error(
      "This database is a PostgreSQL: restore it with pg_restore or psql, and put the data folder back beside it.",
    );
  }
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0) {
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
function takeAway(dataFolder: string, database: string, made: (string | undefined)[]): void {
  const within = readdirSync(dataFolder).map((name) => join(dataFolder, name)); // it was empty before
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

async function mustHold(env: Env, database: string, manifest: Manifest): Promise<void> {
  const { read, close } = await openReader(`file:${database}`);
  try {
    const { verdict, chain } = await verifyLog(
      read,
      openKeyFile(join(env.dataFolder, "keys", "master.key")),
      manifest.log,
    );
    const isWhole = chain.ok && chain.count === manifest.log.size;
    if (verdict === "holds" && isWhole) return;
  } finally {
    await close();
  }
  throw new Error("The log in this backup does not hold; nothing was restored. Use another backup.");
}
